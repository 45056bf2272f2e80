"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { EvidenceList, type KeptFile } from "@/components/uploads/evidence-list";
import { FileChooser } from "@/components/uploads/file-chooser";
import { useUploads } from "@/components/uploads/upload-provider";
import type { UploadPlace } from "@/components/uploads/uploader";
import { removeFile, sendFile } from "../file/file-actions";

/** Choosing, sending, taking back. Stands outside the form of the page: its buttons send nothing but files. */
export function EvidenceStep({ place, kept }: { place: UploadPlace; kept: readonly KeptFile[] }) {
  const t = useTranslations("file.evidence");
  const words = useTranslations("upload");
  const uploads = useUploads();
  const { configure, add, togglePause, remove } = uploads;
  const [removed, setRemoved] = useState<readonly string[]>([]);
  useEffect(() => configure(place), [configure, place]);
  const take = useCallback((files: readonly File[]) => add(files), [add]);

  const takeBack = useCallback(
    async (id: string) => {
      const sent = uploads.files.find((file) => file.id === id);
      if (sent?.evidenceId) await fetch(`/api/evidence/${sent.evidenceId}`, { method: "DELETE" });
      remove(id);
      // The page may have known it as unfinished before.
      const same = kept.filter(
        (file) => file.id === sent?.evidenceId || (file.uploadId !== null && file.uploadId === sent?.uploadId),
      );
      setRemoved((ids) => [...ids, ...same.map((file) => file.id)]);
    },
    [uploads.files, remove, kept],
  );
  const takeBackKept = useCallback(
    async (id: string) => {
      const response = await fetch(`/api/evidence/${id}`, { method: "DELETE" });
      if (!response.ok && response.status !== 404) return;
      setRemoved((ids) => [...ids, id]);
      for (const file of uploads.files) if (file.evidenceId === id) remove(file.id);
    },
    [uploads.files, remove],
  );

  const here = kept.filter((file) => !removed.includes(file.id));
  return (
    <div className="mt-6">
      <div className="scripted">
        <FileChooser onFiles={take} />
        <EvidenceList
          kept={here}
          sent={uploads.files}
          onRemoveKept={takeBackKept}
          onRemoveSent={takeBack}
          onTogglePause={togglePause}
          onFiles={take}
        />
        <p role="status" className="sr-only">
          {uploads.files.length > 0 && (uploads.running > 0 ? words("running", { count: uploads.running }) : words("done"))}
        </p>
      </div>
      <noscript>
        <PlainUpload kept={here} />
      </noscript>
      <div className="mt-6">
        <Notice small>{t("sealed")}</Notice>
      </div>
    </div>
  );
}

/** The way without JavaScript: one file at a time, and what is there already. */
function PlainUpload({ kept }: { kept: readonly KeptFile[] }) {
  const t = useTranslations("upload");
  const ui = useTranslations("ui.upload");
  return (
    <>
      <ActionForm action={sendFile} className="grid gap-4">
        {({ field }) => {
          const { error } = field("file");
          return (
            <>
              <Field id="file" label={t("plainLabel")} hint={t("plainHint")} error={error}>
                <input type="file" id="file" name="file" className="input" aria-describedby="file-hint" />
              </Field>
              <Button kind="plain" className="justify-self-start">
                {t("plainSend")}
              </Button>
            </>
          );
        }}
      </ActionForm>
      <ul className="mt-4 rule-t">
        {kept.map((file) => (
          <li key={file.id} className="py-3 hair-b">
            <span className="font-medium">{file.name}</span>
            <span className="block text-small text-ink-2">
              {file.status === "received"
                ? ui("received")
                : file.status === "refused" && t.has(`refused.${file.refusedWhy}`)
                  ? t(`refused.${file.refusedWhy}`)
                  : ui("waiting")}
            </span>
            {file.sha256 && <code className="block text-note break-all">{file.sha256}</code>}
            <ActionForm action={removeFile} prefix={file.id} className="">
              {() => (
                <>
                  <input type="hidden" name="id" value={file.id} />
                  <Button kind="link">
                    {ui("remove")}
                    <span className="sr-only">{file.name}</span>
                  </Button>
                </>
              )}
            </ActionForm>
          </li>
        ))}
      </ul>
    </>
  );
}
