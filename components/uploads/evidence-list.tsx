"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { UploadList, UploadRow } from "../case/upload-row";
import { Button } from "../ui/button";
import type { SentFile } from "./uploader";

/** A file as the portal has it. */
export interface KeptFile {
  readonly id: string;
  readonly uploadId: string | null;
  readonly name: string;
  readonly bytes: number;
  readonly status: "receiving" | "received" | "refused";
  readonly sha256: string | null;
  readonly refusedWhy: string | null;
  /** A picture that can be looked at. */
  readonly preview: boolean;
}

interface Props {
  readonly kept: readonly KeptFile[];
  readonly sent: readonly SentFile[];
  onRemoveKept(id: string): void;
  onRemoveSent(id: string): void;
  onTogglePause(id: string): void;
  onFiles(files: readonly File[]): void;
}

/** What the portal has, and what this browser is sending, each file once. */
export function EvidenceList({ kept, sent, onRemoveKept, onRemoveSent, onTogglePause, onFiles }: Props) {
  const known = new Set(kept.filter((file) => file.status !== "receiving").flatMap((file) => [file.id, file.uploadId]));
  const moving = new Set(sent.map((file) => file.uploadId));
  const mine = sent.filter((file) => !known.has(file.evidenceId ?? "-") && !known.has(file.uploadId ?? "-"));
  const theirs = kept.filter((file) => file.status !== "receiving" || !moving.has(file.uploadId ?? "-"));
  if (mine.length + theirs.length === 0) return null;
  return (
    <UploadList>
      {theirs.map((file) => (
        <KeptRow key={file.id} file={file} onRemove={() => onRemoveKept(file.id)} onFiles={onFiles} />
      ))}
      {mine.map((file) => (
        <SentRow key={file.id} file={file} onRemove={() => onRemoveSent(file.id)} onTogglePause={() => onTogglePause(file.id)} />
      ))}
    </UploadList>
  );
}

function Act({ name, onClick, children }: { name: string; onClick(): void; children: ReactNode }) {
  return (
    <Button type="button" kind="link" onClick={onClick}>
      {children}
      <span className="sr-only">{name}</span>
    </Button>
  );
}

/** What is wrong with a file and what to do now; an unknown code has a general sentence. */
function useRefusal() {
  const t = useTranslations("upload");
  return (code: string) => ({
    reason: t.has(`refused.${code}`) ? t(`refused.${code}`) : t("refused.failed"),
    help: t.has(`help.${code}`) ? t(`help.${code}`) : t("refusedHelp"),
  });
}

function Refused({ name, bytes, code, onRemove }: { name: string; bytes: number; code: string; onRemove(): void }) {
  const ui = useTranslations("ui.upload");
  const { reason, help } = useRefusal()(code);
  const act = (
    <span className="flex flex-wrap justify-between gap-x-4">
      <span>{help}</span>
      <Act name={name} onClick={onRemove}>
        {ui("remove")}
      </Act>
    </span>
  );
  return <UploadRow name={name} size={bytes} upload={{ state: "refused", reason, help: act }} />;
}

function KeptRow({ file, onRemove, onFiles }: { file: KeptFile; onRemove(): void; onFiles(files: readonly File[]): void }) {
  const t = useTranslations("upload");
  const ui = useTranslations("ui.upload");
  const again = useRef<HTMLInputElement>(null);
  if (file.status === "refused")
    return <Refused name={file.name} bytes={file.bytes} code={file.refusedWhy ?? ""} onRemove={onRemove} />;
  const remove = (
    <Act name={file.name} onClick={onRemove}>
      {ui("remove")}
    </Act>
  );
  if (file.status === "received")
    return (
      <UploadRow
        name={file.name}
        size={file.bytes}
        upload={{ state: "received" }}
        act={remove}
        note={<Fingerprint file={file} />}
      />
    );
  const help = (
    <span className="flex flex-wrap justify-between gap-x-4">
      <span>
        <Act name={file.name} onClick={() => again.current?.click()}>
          {t("chooseAgain")}
        </Act>
        <input
          ref={again}
          type="file"
          hidden
          aria-label={t("chooseAgain")}
          onChange={(event) => onFiles([...(event.target.files ?? [])])}
        />
        <br />
        {t("chooseAgainNote")}
      </span>
      {remove}
    </span>
  );
  return <UploadRow name={file.name} size={file.bytes} upload={{ state: "waiting", words: t("unfinished") }} note={help} />;
}

function SentRow({ file, onRemove, onTogglePause }: { file: SentFile; onRemove(): void; onTogglePause(): void }) {
  const ui = useTranslations("ui.upload");
  const { upload } = file;
  if (upload.state === "refused") return <Refused name={file.name} bytes={file.bytes} code={upload.code} onRemove={onRemove} />;
  const remove = (
    <Act name={file.name} onClick={onRemove}>
      {ui("remove")}
    </Act>
  );
  const moving = upload.state === "sending" || upload.state === "resuming" || upload.state === "paused";
  const act = moving ? (
    <span className="flex gap-x-4">
      <Act name={file.name} onClick={onTogglePause}>
        {upload.state === "paused" ? ui("resume") : ui("pause")}
      </Act>
      {upload.state === "paused" && remove}
    </span>
  ) : (
    remove
  );
  const note =
    upload.state === "received" && file.sha256 ? (
      <Fingerprint file={{ id: file.evidenceId ?? "", sha256: file.sha256, preview: file.picture }} />
    ) : undefined;
  return <UploadRow name={file.name} size={file.bytes} upload={upload} act={act} note={note} />;
}

/** The SHA-256 and a look at the picture, folded away: proof for whom it matters, no noise for the others. */
function Fingerprint({ file }: { file: Pick<KeptFile, "id" | "sha256" | "preview"> }) {
  const t = useTranslations("upload");
  if (!file.sha256) return null;
  return (
    <details>
      <summary className="text-act">{file.preview ? t("see") : t("fingerprint")}</summary>
      {file.preview && <Picture id={file.id} />}
      <p className="mt-1 text-note">
        {t("fingerprint")}
        <br />
        <code className="break-all">{file.sha256}</code>
      </p>
      <p className="text-note text-ink-2">{t("fingerprintNote")}</p>
    </details>
  );
}

function Picture({ id }: { id: string }) {
  // biome-ignore lint/performance/noImgElement: a sealed file, drawn anew for its owner alone; no optimiser may keep it
  return <img src={`/api/evidence/${id}?as=preview`} alt="" loading="lazy" className="mt-2 max-h-[60vh] border border-line-2" />;
}
