import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/ui/local-link";
import type { EvidenceRow } from "@/db/queries/evidence";
import type { FileRedactionRow } from "@/db/queries/evidence-redactions";

/** The complainant's files, and how far each is on its way to the public; nothing is published by itself. */
export function PublicFiles({
  reference,
  files,
  redactions,
  consented,
}: {
  reference: string;
  files: readonly EvidenceRow[];
  redactions: ReadonlyMap<string, FileRedactionRow>;
  consented: boolean;
}) {
  const t = useTranslations("fileRedaction");
  const stateOf = (id: string) => {
    const row = redactions.get(id);
    if (!row) return "none";
    return row.state === "confirmed" && !row.derivativeKey ? "making" : row.state;
  };
  if (!consented) return <p className="text-ink-2">{t("noConsent")}</p>;
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id} className="hair-b flex flex-wrap items-baseline justify-between gap-x-4 py-2">
          <LocalLink href={`/desk/cases/${reference}/evidence/${file.id}`} prefetch={false} className="wrap-anywhere">
            {file.originalName}
          </LocalLink>
          <span className="text-small text-ink-2">{t(`state.${stateOf(file.id)}`)}</span>
        </li>
      ))}
    </ul>
  );
}
