"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "../ui/button";
import { PaperView, TextView } from "./paper-view";
import { PictureView } from "./picture-view";
import { SoundView } from "./sound-view";
import { readSpot, type Spot } from "./spots";
import { addressOf, type ViewedFile } from "./viewed";

function Shown({ file, files, spot }: { file: ViewedFile; files: readonly ViewedFile[]; spot: Spot | null }) {
  const line = spot?.line ?? null;
  const pictures = files.filter((one) => one.kind === "image" && one.id !== file.id);
  if (file.kind === "image") return <PictureView file={file} others={pictures} line={line} />;
  if (file.kind === "audio" || file.kind === "video") {
    const second = spot?.second ?? (line === null ? null : (file.transcript[line]?.at ?? null));
    return <SoundView file={file} at={second} />;
  }
  return file.kind === "pdf" ? <PaperView file={file} /> : <TextView file={file} line={line} />;
}

/**
 * The files in a list; one at a time is open below. Nothing is fetched, and no look is written, before it is opened. A link to a spot (spots.ts) anywhere on
 * the page opens it here. `nextKey`: the page's key for the next file.
 */
export function EvidenceViewer({ files, nextKey, note }: { files: readonly ViewedFile[]; nextKey?: string; note?: string }) {
  const t = useTranslations("evidenceView.view");
  const [spot, setSpot] = useState<Spot | null>(null);
  const panel = useRef<HTMLElement>(null);
  const shown = files.find((file) => file.id === spot?.id);
  const next = files[(files.findIndex((file) => file.id === spot?.id) + 1) % files.length];

  useEffect(() => {
    const follow = () => {
      const found = readSpot(location.hash);
      if (found && files.some((file) => file.id === found.id)) setSpot(found);
    };
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [files]);
  useEffect(() => {
    if (!spot) return;
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: "nearest" });
  }, [spot]);
  return (
    <div className="grid gap-3">
      <ul aria-label={t("list")}>
        {files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-baseline gap-x-3 py-1.5 hair-b" id={`evidence-${file.id}`}>
            <b className="font-medium whitespace-nowrap">{file.name}</b>
            <span className="min-w-0 break-all">{file.original}</span>
            <span className="text-note text-ink-2">{file.about.join("　")}</span>
            <span className="text-note text-ink-2" title={file.sha256}>
              sha256 {file.sha256.slice(0, 8)}…{file.sha256.slice(-4)}
            </span>
            <span className="ml-auto flex gap-4 whitespace-nowrap">
              <Button
                type="button"
                kind="link"
                data-key={files.length === 1 ? nextKey : undefined}
                aria-expanded={spot?.id === file.id}
                onClick={() => setSpot(spot?.id === file.id ? null : { id: file.id })}
              >
                {spot?.id === file.id ? t("shut") : t("open")}
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
      {(note || files.length > 1) && (
        <p className="text-note text-ink-2">
          {note}{" "}
          {next && files.length > 1 && (
            <Button type="button" kind="link" data-key={nextKey} onClick={() => setSpot({ id: next.id })}>
              {t("next")}
              {nextKey && (
                <span aria-hidden="true" className="ml-1">
                  <kbd>{nextKey.toUpperCase()}</kbd>
                </span>
              )}
            </Button>
          )}
        </p>
      )}
      {shown && (
        <section ref={panel} aria-label={shown.name} key={shown.id} tabIndex={-1} className="scroll-mt-4 outline-none ink-t pt-3">
          <h3 className="mb-2 text-h3">{shown.name}</h3>
          <Shown file={shown} files={files} spot={spot} />
        </section>
      )}
    </div>
  );
}
