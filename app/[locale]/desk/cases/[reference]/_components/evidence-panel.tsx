import { getTranslations } from "next-intl/server";
import { namesOf } from "@/app/_server/evidence-names";
import { viewedFiles } from "@/app/_server/viewed-files";
import { CaseTimeline } from "@/components/evidence/case-timeline";
import { EvidenceViewer } from "@/components/evidence/viewer";
import { readFile } from "@/db/queries/readings";
import type { DeskCase } from "../_server/desk-case";
import { TranscriptForms } from "./transcript-forms";

/** The files of both sides with a viewer; opening one is written to the case. */
export async function EvidencePanel({ file }: { file: DeskCase }) {
  const t = await getTranslations("desk.case.evidence");
  if (file.evidence.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  const seen = new Map(file.snapshot.evidence.map((e) => [e.evidenceId, e.seenBy]));
  const shown = await viewedFiles(file.evidence, file.readings, (row) => [
    row.side === "company" ? null : t(seen.get(row.id)?.includes("company") ? "seen" : file.shared ? "shown" : "kept"),
  ]);
  return (
    <>
      <EvidenceViewer files={shown} nextKey="v" note={t("logged")} />
      <TranscriptForms
        reference={file.row.reference}
        files={shown
          .filter((one) => one.kind === "audio" || one.kind === "video")
          .map(({ id, name, transcript }) => ({ id, name, lines: transcript }))}
      />
    </>
  );
}

/** All evidence in time order with the limits of the Standard; null where nothing was read. */
export async function DeskTimeline({ file }: { file: DeskCase }) {
  const names = await namesOf(file.evidence);
  const files = file.evidence.map((row) => readFile(row, file.readings.get(row.id)));
  return <CaseTimeline files={files} names={names} priority={file.row.priorityGroup !== null} />;
}
