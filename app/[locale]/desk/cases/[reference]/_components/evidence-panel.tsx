import { useLocale, useTranslations } from "next-intl";
import { formatBytes, formatInstant } from "@/components/format";
import type { ReadingRow } from "@/db/queries/readings";
import type { ReadingContent } from "@/domain/reading/content";
import type { DeskCase } from "../_server/desk-case";
import { EvidenceViewer } from "./evidence-viewer";
import type { ViewedReading } from "./reading-beside";

const SHORT = ["image", "audio", "video", "pdf", "text"] as const;
type Kind = (typeof SHORT)[number];
const kindOf = (kind: string | null): Kind => ((SHORT as readonly string[]).includes(kind ?? "") ? (kind as Kind) : "text");

/** Names of the files as the desk speaks of them: 图1, 图2, 音1, in the order they came. */
export function useEvidenceNames(evidence: DeskCase["evidence"]): ReadonlyMap<string, string> {
  const t = useTranslations("desk.evidenceShort");
  const count: Partial<Record<Kind, number>> = {};
  return new Map(
    evidence.map((file) => {
      const kind = kindOf(file.kind);
      count[kind] = (count[kind] ?? 0) + 1;
      return [file.id, t(kind, { n: count[kind] ?? 1 })];
    }),
  );
}

/** What the viewer is told of a reading; null where the file is of a kind that is not read. */
function readingOf(row: ReadingRow | undefined): ViewedReading | null {
  if (!row) return null;
  if (row.state === "failed") return { state: "failed" };
  return row.state === "done" ? { state: "done", content: row.content as ReadingContent } : { state: "waiting" };
}

/** The files of both sides with a viewer; opening one is written to the case. */
export function EvidencePanel({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.case.evidence");
  const locale = useLocale();
  const names = useEvidenceNames(file.evidence);
  if (file.evidence.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  const seen = new Map(file.snapshot.evidence.map((e) => [e.evidenceId, e.seenBy]));
  return (
    <EvidenceViewer
      files={file.evidence.map((e) => ({
        id: e.id,
        name: names.get(e.id) ?? "",
        original: e.originalName,
        kind: kindOf(e.kind),
        about: [
          t(`side.${e.side as "company"}`),
          formatBytes(e.bytes, locale),
          e.receivedAt ? formatInstant(e.receivedAt, locale) : null,
          e.side !== "company" ? t(seen.get(e.id)?.includes("company") ? "seen" : file.shared ? "shown" : "kept") : null,
        ].filter((words) => words !== null),
        sha256: e.sha256 ?? "",
        reading: readingOf(file.readings.get(e.id)),
      }))}
    />
  );
}
