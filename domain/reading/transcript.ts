import { asksForHuman } from "./facts";
import { humanNames, sidesOfNames } from "./sides";
import type { ChatTurn, TurnSide } from "./turns";

/** One line typed beside a recording; `at` in seconds from its beginning. */
export interface TranscriptLine {
  readonly at: number;
  readonly side: TurnSide;
  readonly text: string;
  /** Said by a person of the company, as its name says ("人工："). */
  readonly human?: true;
}
export interface Transcript {
  readonly lines: readonly TranscriptLine[];
  /** Who typed it: complainant, officer. */
  readonly by: string;
}

export const TRANSCRIPT_LIMITS = { characters: 60_000, lines: 2_000 } as const;

const CLOCK = String.raw`(?:(\d{1,2})[:：])?(\d{1,3})[:：](\d{2})(?:[.,]\d+)?`;
const TIMED = new RegExp(String.raw`^\s*[\[【(（]?${CLOCK}[\]】)）]?\s*(?:-->.*)?\s*(.*)$`);
const SPOKEN = /^\s*([^:：\d][^:：]{0,19}?)\s*[:：]\s*(.*)$/;

/**
 * A transcript as it is typed or pasted: "0:31 我：转人工", one line a sentence; subtitles (SRT, VTT) too. A line without a time has that of the line before.
 * Times never run backwards past the one before by typing error: lines are put in order. Empty where nothing was said.
 */
export function readTranscript(typed: string): TranscriptLine[] {
  const raw: { at: number; name: string; text: string }[] = [];
  let at = 0;
  let name = "";
  for (const line of typed.slice(0, TRANSCRIPT_LIMITS.characters).replace(/\r\n?/g, "\n").split("\n")) {
    const timed = TIMED.exec(line);
    if (timed) at = Number(timed[1] ?? 0) * 3600 + Number(timed[2]) * 60 + Number(timed[3]);
    const rest = (timed ? (timed[4] ?? "") : line).trim();
    if (rest === "" || rest === "WEBVTT" || (!timed && /^\d+$/.test(rest))) continue;
    const spoken = SPOKEN.exec(rest);
    name = spoken?.[1]?.trim() ?? (timed ? "" : name);
    const text = (spoken?.[2] ?? rest).trim();
    if (text !== "") raw.push({ at, name, text });
  }
  const sides = sidesOfNames([...new Set(raw.map((one) => one.name).filter((one) => one !== ""))]);
  const humans = humanNames(sides);
  return raw
    .slice(0, TRANSCRIPT_LIMITS.lines)
    .map((one) => ({
      at: one.at,
      side: sides.get(one.name) ?? (asksForHuman(one.text) ? "user" : "system"),
      text: one.text,
      ...(humans.has(one.name) ? { human: true as const } : {}),
    }))
    .sort((a, b) => a.at - b.at);
}

/** What each speaker is called in a transcript; `human` a person of the company. */
export type TranscriptNames = Readonly<Record<TurnSide | "human", string>>;

/** Back to what one types, names from `names`. */
export function writeTranscript(lines: readonly TranscriptLine[], names: TranscriptNames): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return lines
    .map(
      (l) =>
        `${Math.floor(l.at / 60)}:${two(Math.floor(l.at % 60))} ${names[l.human ? "human" : l.side]}：${l.text.replace(/\n/g, " ")}`,
    )
    .join("\n");
}

/** The lines as turns; their times are seconds of the recording. */
export function turnsOfTranscript(lines: readonly TranscriptLine[]): ChatTurn[] {
  return lines.map((l) => ({
    side: l.side,
    text: l.text,
    confidence: 100,
    at: { text: "", second: l.at },
    ...(l.human ? { human: true as const } : {}),
  }));
}
