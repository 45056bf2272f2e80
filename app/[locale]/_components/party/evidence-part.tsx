import { getTranslations } from "next-intl/server";
import { namesOf } from "@/app/_server/evidence-names";
import { viewedFiles } from "@/app/_server/viewed-files";
import { CaseTimeline } from "@/components/evidence/case-timeline";
import { EvidenceViewer } from "@/components/evidence/viewer";
import { Section } from "@/components/ui/page";
import type { EvidenceRow } from "@/db/queries/evidence";
import { readingsFor } from "@/services/confirm-reading";

/** The timeline of the files a party may see, as a section; nothing where nothing was read in them. */
export async function PartyTimeline({ rows, priority }: { rows: readonly EvidenceRow[]; priority: boolean }) {
  const [t, names, { files }] = await Promise.all([getTranslations("evidenceView.timeline"), namesOf(rows), readingsFor(rows)]);
  if (files.every((file) => !file.content && !file.transcript)) return null;
  return (
    <Section title={t("title")} note={t("note")} id="timeline">
      <CaseTimeline files={files} names={names} priority={priority} />
    </Section>
  );
}

/** The files a party may see, in the viewer that all sides have. */
export async function PartyViewer({ rows }: { rows: readonly EvidenceRow[] }) {
  const [t, { readings }] = await Promise.all([getTranslations("party.evidence"), readingsFor(rows)]);
  if (rows.length === 0) return <p>{t("none")}</p>;
  return (
    <>
      <EvidenceViewer files={await viewedFiles(rows, readings)} />
      <noscript>
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <a href={`/api/evidence/${row.id}`}>{row.originalName}</a>
            </li>
          ))}
        </ul>
      </noscript>
    </>
  );
}
