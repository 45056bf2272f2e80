import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ReadingContent } from "@/domain/reading/content";
import { factsOf } from "@/domain/reading/facts";
import type { ConfirmedReading, FactDecision } from "@/domain/reading/proposals";
import { proposalsOf } from "@/domain/reading/proposals";
import { turnsOfText } from "@/domain/reading/text-turns";
import type { Transcript, TranscriptLine } from "@/domain/reading/transcript";
import { random } from "./random";
import type { WordedCase } from "./rows";

const FILES = path.resolve("db/seed/files");
interface Call {
  readonly file: string;
  readonly segments: readonly { readonly start: number; readonly voice?: string; readonly text?: string }[];
}
const read = <T>(name: string): T => JSON.parse(readFileSync(path.join(FILES, name), "utf8")) as T;

/** What was read in the demo files (script/make-demo-readings writes it with the product's own readers), by file name. */
function stored(): Readonly<Record<string, ReadingContent>> {
  return existsSync(path.join(FILES, "readings.json")) ? read("readings.json") : {};
}

const SIDE: Readonly<Record<string, TranscriptLine["side"]>> = {
  user: "user",
  elder: "user",
  bot: "agent",
  agent: "agent",
  menu: "system",
};

/** The words of a demo call as its caller would have typed them. */
function transcriptOf(call: Call | undefined): Transcript | null {
  const lines = (call?.segments ?? []).flatMap((one) =>
    one.text
      ? [
          {
            at: Math.floor(one.start),
            side: SIDE[one.voice ?? ""] ?? ("system" as const),
            text: one.text,
            ...(one.voice === "agent" ? { human: true as const } : {}),
          },
        ]
      : [],
  );
  return lines.length > 0 ? { lines, by: "complainant" } : null;
}

function contentOf(text: string): ReadingContent {
  const turns = turnsOfText(text);
  return { kind: "chat", script: "zh-Hans", turns, facts: factsOf(turns) };
}

/** Readings of all files of the demo's cases: ready, some of them confirmed by who filed, recordings with words typed beside. */
export async function demoReadings(cases: readonly WordedCase[]) {
  const contents = stored();
  const calls = new Map(read<Call[]>("calls.json").map((call) => [call.file, call]));
  return cases.flatMap((c) => {
    const rng = random(`readings of case ${c.plan.n}`);
    const rows = c.files.flatMap((file) => {
      const content = file.content ? contentOf(file.content.toString("utf8")) : contents[file.file];
      if (!content) return [];
      const transcript = file.kind === "audio" && rng.chance(0.7) ? transcriptOf(calls.get(file.file)) : null;
      return [
        { evidenceId: file.id, state: "done", attempts: 1, content, transcript, confirmed: null as ConfirmedReading | null },
      ];
    });
    if (!rng.chance(0.6)) return rows;
    const files = rows.map((row) => ({
      id: row.evidenceId,
      kind: c.files.find((file) => file.id === row.evidenceId)?.kind ?? null,
      content: row.content,
      confirmed: null,
      transcript: row.transcript,
    }));
    const decisions: FactDecision[] = proposalsOf(files).flatMap(({ key, fact, value }): FactDecision[] => {
      if (rng.chance(0.15)) return [];
      if (typeof value === "number" && fact === "humanRequests" && rng.chance(0.2))
        return [{ key, fact, proposed: value, verdict: "corrected", value: value + 1 }];
      return [{ key, fact, proposed: value, verdict: "right" }];
    });
    return rows.map((row) => {
      const own = decisions.filter((one) => one.key.split(".")[1] === row.evidenceId);
      const confirmed = own.length > 0 ? { turns: null, decisions: own, at: c.snapshot.filedAt.toISOString() } : null;
      return { ...row, confirmed };
    });
  });
}
