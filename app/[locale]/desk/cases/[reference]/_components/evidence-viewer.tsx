"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ScrollRegion } from "@/components/ui/table";
import { KeyCap } from "../../../_components/key-cap";
import { PictureWithTurns, SoundStretches, type ViewedReading } from "./reading-beside";

export interface ViewedFile {
  readonly id: string;
  /** 图1. */
  readonly name: string;
  readonly original: string;
  readonly kind: "image" | "audio" | "video" | "pdf" | "text";
  readonly about: readonly string[];
  readonly sha256: string;
  readonly reading: ViewedReading | null;
}

const addressOf = (id: string) => `/api/evidence/${id}`;
const SCALES = [1, 1.5, 2, 3] as const;
/** Characters of a text file shown in place. */
const TEXT_SHOWN = 200_000;

function Picture({ file }: { file: ViewedFile }) {
  const t = useTranslations("desk.case.evidence");
  const [scale, setScale] = useState(0);
  const zoom = SCALES[scale] ?? 1;
  return (
    <div>
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <Button type="button" kind="plain" disabled={scale === 0} onClick={() => setScale(scale - 1)} data-key="-">
          {t("smaller")} <KeyCap>-</KeyCap>
        </Button>
        <Button
          type="button"
          kind="plain"
          disabled={scale === SCALES.length - 1}
          onClick={() => setScale(scale + 1)}
          data-key="="
        >
          {t("larger")} <KeyCap>=</KeyCap>
        </Button>
        <span className="text-note text-ink-2" aria-live="polite">
          {Math.round(zoom * 100)}%
        </span>
      </p>
      <ScrollRegion label={t("pictureOf", { name: file.name })} className="max-h-[70vh] overflow-y-auto border border-line">
        <PictureWithTurns
          src={`${addressOf(file.id)}?as=preview`}
          alt={t("alt", { name: file.name })}
          zoom={zoom}
          reading={file.reading}
        />
      </ScrollRegion>
    </div>
  );
}

function PlainText({ file }: { file: ViewedFile }) {
  const t = useTranslations("desk.case.evidence");
  const [text, setText] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  async function load() {
    try {
      const answer = await fetch(addressOf(file.id));
      if (!answer.ok) throw new Error(String(answer.status));
      setText((await answer.text()).slice(0, TEXT_SHOWN));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }
  if (text === null)
    return (
      <p>
        <Button type="button" kind="plain" onClick={() => void load()}>
          {t("readText")}
        </Button>
        {failed && <span className="ml-3 text-seal">{t("failed")}</span>}
      </p>
    );
  return <pre className="max-h-[60vh] overflow-auto border border-line p-3 font-sans whitespace-pre-wrap">{text}</pre>;
}

function Shown({ file }: { file: ViewedFile }) {
  const t = useTranslations("desk.case.evidence");
  if (file.kind === "image") return <Picture file={file} />;
  if (file.kind === "audio") return <SoundStretches src={addressOf(file.id)} reading={file.reading} />;
  if (file.kind === "video")
    return (
      // biome-ignore lint/a11y/useMediaCaption: evidence has no captions; what is seen in it is written in the facts
      <video controls preload="metadata" src={addressOf(file.id)} className="max-h-[70vh] max-w-full" />
    );
  if (file.kind === "text") return <PlainText file={file} />;
  return <p className="text-ink-2">{t("pdf")}</p>;
}

/** The files in a list; one at a time is open below. Nothing is fetched, and no look is written, before it is opened. */
export function EvidenceViewer({ files }: { files: readonly ViewedFile[] }) {
  const t = useTranslations("desk.case.evidence");
  const [open, setOpen] = useState<string | null>(null);
  const shown = files.find((file) => file.id === open);
  const next = files[(files.findIndex((file) => file.id === open) + 1) % files.length];
  return (
    <div className="grid gap-3">
      <ul>
        {files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-baseline gap-x-3 py-1.5 hair-b" id={`evidence-${file.id}`}>
            <b className="font-medium">{file.name}</b>
            <span className="min-w-0 break-all">{file.original}</span>
            <span className="text-note text-ink-2">{file.about.join("　")}</span>
            <span className="text-note text-ink-2" title={file.sha256}>
              {t("hash", { hash: `${file.sha256.slice(0, 4)}…${file.sha256.slice(-4)}` })}
            </span>
            <span className="ml-auto flex gap-4 whitespace-nowrap">
              <Button
                type="button"
                kind="link"
                aria-expanded={open === file.id}
                onClick={() => setOpen(open === file.id ? null : file.id)}
              >
                {open === file.id ? t("shut") : t("open")}
                <span className="sr-only">{file.name}</span>
              </Button>
              <a href={addressOf(file.id)} download>
                {t("original")}
                <span className="sr-only">{file.name}</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
      <p className="text-note text-ink-2">
        {t("logged")}{" "}
        {next && (
          <Button type="button" kind="link" data-key="v" onClick={() => setOpen(next.id)}>
            {t("next")} <KeyCap>V</KeyCap>
          </Button>
        )}
      </p>
      {shown && (
        <section aria-label={shown.name} key={shown.id}>
          <Shown file={shown} />
        </section>
      )}
    </div>
  );
}
