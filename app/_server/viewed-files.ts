import { getLocale, getTranslations } from "next-intl/server";
import { shownKind } from "@/components/evidence/names";
import type { ViewedFile } from "@/components/evidence/viewed";
import { formatBytes, formatInstant } from "@/components/format";
import type { EvidenceRow } from "@/db/queries/evidence";
import { type ReadingRow, readFile } from "@/db/queries/readings";
import { soundOf, turnsOf, WAITS_FOR_FFMPEG } from "@/domain/reading/content";
import { type ReadFile, turnsNow } from "@/domain/reading/proposals";
import { namesOf } from "./evidence-names";

/** Below this the recogniser doubts a turn itself; it is marked so that nobody takes it for certain. */
const DOUBT = 70;

/** Files that passed the visibility policy, as the viewer of any side shows them. `more`: what a side is told of a file beside that. */
export async function viewedFiles(
  rows: readonly EvidenceRow[],
  readings: ReadonlyMap<string, ReadingRow>,
  more: (row: EvidenceRow) => readonly (string | null)[] = () => [],
): Promise<ViewedFile[]> {
  const [t, locale, names] = await Promise.all([getTranslations("party.evidence"), getLocale(), namesOf(rows)]);
  const scans = await getTranslations("evidenceView.view.scan");
  return rows.map((row) => {
    const reading = readings.get(row.id);
    const file = readFile(row, reading);
    const read = turnsOf(file.content);
    const now = turnsNow(file);
    return {
      id: row.id,
      name: names.get(row.id) ?? "",
      original: row.originalName,
      kind: shownKind(row.kind),
      about: [
        t(`side.${row.side as "company"}`),
        formatBytes(row.bytes, locale),
        row.receivedAt ? formatInstant(row.receivedAt, locale) : null,
        scans(row.scan === "clean" ? "clean" : "not_scanned"),
        ...more(row),
      ].filter((words) => words !== null),
      sha256: row.sha256 ?? "",
      state: stateOf(file, reading),
      turns: now.map((turn, i) => {
        const before = read[i];
        const changed = before !== undefined && (before.text !== turn.text || before.side !== turn.side);
        return {
          side: turn.side,
          text: turn.text,
          read: changed ? before.text : null,
          unsure: turn.confidence < DOUBT && !file.confirmed?.turns,
          at: turn.at?.text || null,
          box: turn.box ?? null,
        };
      }),
      sound: soundOf(file.content),
      transcript: file.transcript?.lines ?? [],
      pages: file.content?.kind === "paper" ? file.content.pages : null,
      poster: file.content?.kind === "film" && file.content.poster !== null,
    };
  });
}

function stateOf(file: ReadFile, row: ReadingRow | undefined): ViewedFile["state"] {
  if (file.transcript) return "typed";
  if (!row || row.state === "unread") return "notRead";
  if (row.state === "failed") return "failed";
  if (row.state !== "done" || !file.content) return row.failedWhy === WAITS_FOR_FFMPEG ? "needsProgram" : "waiting";
  if (soundOf(file.content)) return "heard";
  if (turnsOf(file.content).length === 0) return "nothing";
  if (file.confirmed?.turns) return "confirmed";
  return file.kind === "image" ? "read" : "text";
}
