import { getTranslations } from "next-intl/server";
import type { ShownProposal, ShownRecording, ShownText } from "@/components/evidence/reading-form";
import type { EvidenceRow } from "@/db/queries/evidence";
import type { ReadingRow } from "@/db/queries/readings";
import { WAITS_FOR_FFMPEG } from "@/domain/reading/content";
import { proposalsOf, type ReadFile, turnsNow } from "@/domain/reading/proposals";
import { writeTranscript } from "@/domain/reading/transcript";
import type { TurnSide } from "@/domain/reading/turns";
import type { ConfirmInput } from "@/services/confirm-reading";

/** Below this the recogniser doubts a turn itself. */
const DOUBT = 70;

/** How many of the files that are read are done (or failed, or wait for a program), and of how many. */
export function progressOf(readings: Iterable<Pick<ReadingRow, "state" | "failedWhy">>): { done: number; all: number } {
  const asked = [...readings].filter((row) => row.state !== "unread");
  const open = asked.filter((row) => (row.state === "waiting" && row.failedWhy !== WAITS_FOR_FFMPEG) || row.state === "reading");
  return { done: asked.length - open.length, all: asked.length };
}

/** What the form of confirmation shows of these files. */
export async function reviewOf(rows: readonly EvidenceRow[], files: readonly ReadFile[], names: ReadonlyMap<string, string>) {
  const sides = await getTranslations("evidenceView.side");
  const said = { user: sides("user"), agent: sides("agent"), system: sides("system"), human: sides("human") };
  const row = new Map(rows.map((one) => [one.id, one]));
  const proposals: ShownProposal[] = proposalsOf(files).map((one) => ({
    key: one.key,
    fact: one.fact,
    value: String(one.value),
    takes: typeof one.value === "number" ? "number" : typeof one.value === "string" ? "text" : "yes",
    proof: one.proof.map((line) => ({ file: names.get(line.evidenceId) ?? "", line: line.line + 1, text: line.turn.text })),
    verdict: one.decided?.verdict ?? null,
    corrected: one.decided?.verdict === "corrected" ? String(one.decided.value ?? "") : "",
  }));
  const texts: ShownText[] = files.flatMap((file) => {
    const lines = turnsNow(file);
    if (lines.length === 0) return [];
    return {
      id: file.id,
      name: names.get(file.id) ?? "",
      original: row.get(file.id)?.originalName ?? "",
      picture: file.kind === "image" ? `/api/evidence/${file.id}?as=preview` : null,
      lines: lines.map(({ side, text, confidence }) => ({ side, text, unsure: confidence < DOUBT && !file.confirmed?.turns })),
      compared: file.confirmed?.turns != null,
    };
  });
  const recordings: ShownRecording[] = files
    .filter((file) => file.kind === "audio" || file.kind === "video")
    .map((file) => ({
      id: file.id,
      name: names.get(file.id) ?? "",
      original: row.get(file.id)?.originalName ?? "",
      src: `/api/evidence/${file.id}`,
      film: file.kind === "video",
      transcript: file.transcript ? writeTranscript(file.transcript.lines, said) : "",
    }));
  return { proposals, texts, recordings };
}

const isSide = (value: unknown): value is TurnSide => value === "user" || value === "agent" || value === "system";

/** The form as the service takes it; the fields of ReadingForm. `transcripts`: by file. */
export function readReviewForm(form: Readonly<Record<string, unknown>>): ConfirmInput & { transcripts: Map<string, string> } {
  const text = (name: string) => (typeof form[name] === "string" ? (form[name] as string) : "");
  const names = Object.keys(form);
  return {
    lines: names.flatMap((name) => {
      const [, evidenceId, line] = /^line\.([0-9a-f-]{36})\.(\d{1,4})$/.exec(name) ?? [];
      const side = text(`side.${evidenceId}.${line}`);
      return evidenceId && line && isSide(side) ? [{ evidenceId, line: Number(line), side, text: text(name) }] : [];
    }),
    compared: names.flatMap((name) => /^compared\.([0-9a-f-]{36})$/.exec(name)?.[1] ?? []),
    decisions: names.flatMap((name) => {
      const verdict = text(name);
      if (!name.startsWith("verdict.") || (verdict !== "right" && verdict !== "corrected" && verdict !== "wrong")) return [];
      const key = name.slice("verdict.".length);
      return [{ key, verdict, value: text(`value.${key}`) }];
    }),
    transcripts: new Map(
      names.flatMap((name) => {
        const id = /^transcript\.([0-9a-f-]{36})$/.exec(name)?.[1];
        return id ? [[id, text(name)] as const] : [];
      }),
    ),
  };
}
