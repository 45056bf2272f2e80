import { useLocale, useTranslations } from "next-intl";
import { formatBytes } from "@/components/format";
import type { EvidenceRow } from "@/db/queries/evidence";

/** The files of a case, each with its fingerprint; pictures and sound open here, the rest as a download. */
export function EvidenceFiles({ files }: { files: readonly EvidenceRow[] }) {
  const t = useTranslations("party.evidence");
  const locale = useLocale();
  if (files.length === 0) return <p>{t("none")}</p>;
  return (
    <ul>
      {files.map((f) => (
        <li key={f.id} className="hair-b grid gap-1.5 py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <a href={`/api/evidence/${f.id}`} className="font-medium wrap-anywhere" target="_blank" rel="noreferrer">
              {f.originalName}
            </a>
            <span className="text-small text-ink-2">
              {t(`side.${f.side}`)} · {formatBytes(f.bytes, locale)}
            </span>
          </div>
          {f.kind === "audio" && (
            // biome-ignore lint/a11y/useMediaCaption: evidence as handed in; a transcript is typed beside it where there is one
            <audio controls preload="none" src={`/api/evidence/${f.id}`} className="w-full max-w-[480px]" />
          )}
          <p className="text-note text-ink-2 wrap-anywhere">sha256 {f.sha256}</p>
        </li>
      ))}
    </ul>
  );
}
