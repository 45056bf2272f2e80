import { clauseOf } from "../clauses";
import { soundOf } from "./content";
import { asksForHuman, factsOf } from "./facts";
import { type Conversation, conversationsOf, type FileLine, type ReadFile } from "./proposals";

export type MomentKind =
  | "request"
  | "reached"
  | "prompt"
  | "repeat"
  | "promise"
  | "unsolved"
  | "loopback"
  | "hold"
  | "silence"
  | "said";

/** One thing that happened, and the spot that shows it: a line, or a second of a recording. */
export interface Moment {
  readonly kind: MomentKind;
  readonly evidenceId: string;
  readonly line: number | null;
  /** Seconds on the strand's axis; null where the evidence shows no time. */
  readonly second: number | null;
  /** As the evidence writes its time. */
  readonly shown: string | null;
  readonly text: string;
  /** Seconds it lasts: hold and silence. */
  readonly lasts?: number;
}

/** A limit of the Standard on the axis of a strand (RULES §1), from where the rule starts it. */
export interface LimitOnAxis {
  readonly clause: "B2.1" | "B3.2" | "B1.3";
  readonly start: number;
  readonly limit: number;
  /** Where it ended; the end of the strand where it never did. */
  readonly end: number;
  readonly met: boolean;
}

/** One chat or call on an axis of its own. */
export interface Strand {
  readonly key: string;
  readonly kind: "pictures" | "export" | "call" | "recording";
  readonly evidenceIds: readonly string[];
  /** The day and the second of the day its axis begins, where the evidence says so. */
  readonly day: string | null;
  readonly from: number | null;
  /** Length of the axis in seconds; null: no times are shown, a list is all there is. */
  readonly duration: number | null;
  readonly moments: readonly Moment[];
  readonly limits: readonly LimitOnAxis[];
}

const PROMPT =
  /人工[^。，,]{0,8}(?:请|請)?(?:按|拨|撥)|(?:按|拨|撥|说|說)[^。，,]{0,8}(?:转|轉)?人工|press\b[^.]{0,40}\b(?:agent|representative|operator|person|human)|(?:agent|representative|operator|person|human)\b[^.]{0,20}\bpress/i;
/** Stretches shorter than these say nothing (seconds). */
const SHORTEST = { hold: 3, silence: 15 } as const;
const DAY_SECONDS = 86_400;
/** Seconds the clause allows. */
const limitOf = (clause: LimitOnAxis["clause"]): number => clauseOf(clause)?.threshold?.value ?? 0;

const dayText = (date: { year?: number; month: number; day: number }) =>
  `${date.year ?? "----"}-${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;

/** Seconds of each line counted on from the first time shown; a clock that runs back has passed midnight. Null before any time is shown. */
function seconds(lines: readonly FileLine[]): (number | null)[] {
  let before: number | null = null;
  let days = 0;
  return lines.map(({ turn }) => {
    if (!turn.at) return before;
    const second: number = turn.at.second + days * DAY_SECONDS;
    // A screenshot handed in out of order goes back by minutes, a night by most of a day.
    if (before !== null && before - second > DAY_SECONDS / 2) days += 1;
    before = turn.at.second + days * DAY_SECONDS;
    return before;
  });
}

function strandOf(conversation: Conversation, priority: boolean, recording: ReadFile | undefined): Strand {
  const { lines } = conversation;
  const turns = lines.map((one) => one.turn);
  const sound = recording ? soundOf(recording.content) : null;
  const counted = seconds(lines);
  const known = counted.filter((one): one is number => one !== null);
  const call = conversation.kind === "call";
  const zero = call ? 0 : known.length > 0 ? Math.min(...known) : null;
  const last = known.length > 0 && zero !== null ? Math.max(...known) - zero : 0;
  const duration = sound ? sound.duration : zero !== null && last > 0 ? last : call ? Math.max(1, last) : null;
  const at = (i: number) =>
    counted[i] === null || counted[i] === undefined || zero === null ? null : (counted[i] as number) - zero;

  const kinds = new Map<number, MomentKind>();
  const facts = factsOf(turns);
  const mark = (places: readonly number[], kind: MomentKind) => {
    for (const place of places) if (!kinds.has(place)) kinds.set(place, kind);
  };
  for (const [i, turn] of turns.entries()) if (turn.side === "user" && asksForHuman(turn.text)) kinds.set(i, "request");
  for (const fact of facts) {
    if (fact.fact === "reachedHuman") mark(fact.proof, "reached");
    if (fact.fact === "promisedAction") mark(fact.proof, "promise");
    if (fact.fact === "notSolvedTwice") mark(fact.proof, "unsolved");
    if (fact.fact === "loopback") mark(fact.proof.slice(1), "loopback");
    if (fact.fact === "sameReplyRepeated") mark(fact.proof, "repeat");
  }
  const prompt = call ? turns.findIndex((turn) => turn.side !== "user" && PROMPT.test(turn.text)) : -1;
  if (prompt >= 0) kinds.set(prompt, "prompt");

  const moments: Moment[] = lines.map((one, i) => ({
    kind: kinds.get(i) ?? "said",
    evidenceId: one.evidenceId,
    line: one.line,
    second: at(i),
    shown: one.turn.at?.text || null,
    text: one.turn.text,
  }));
  if (recording) moments.push(...stretches(recording));
  moments.sort((a, b) => (a.second ?? 0) - (b.second ?? 0));

  const limits: LimitOnAxis[] = [];
  const first = turns.findIndex((_, i) => kinds.get(i) === "request");
  const reached = turns.findIndex((_, i) => kinds.get(i) === "reached" && i > first);
  const start = first < 0 ? null : at(first);
  if (start !== null && duration !== null) {
    const came = reached < 0 ? null : at(reached);
    const clause = priority ? "B3.2" : "B2.1";
    const limit = limitOf(clause);
    const end = came ?? duration;
    if (end > start) limits.push({ clause, start, limit, end, met: came !== null });
  }
  if (call && duration !== null) {
    const told = prompt < 0 ? null : at(prompt);
    limits.push({ clause: "B1.3", start: 0, limit: limitOf("B1.3"), end: told ?? duration, met: told !== null });
  }
  const dated = lines.find((one) => one.turn.at?.date)?.turn.at?.date;
  const ids = [...new Set(lines.map((one) => one.evidenceId))];
  return {
    key: `${conversation.kind} ${ids[0] ?? ""}`,
    kind: conversation.kind,
    evidenceIds: ids,
    day: dated ? dayText(dated) : null,
    from: call ? null : zero,
    duration,
    moments,
    limits,
  };
}

/** Hold and silence of a recording that are long enough to matter. */
function stretches(file: ReadFile): Moment[] {
  return (soundOf(file.content)?.segments ?? []).flatMap((segment) => {
    if (segment.kind === "speech" || segment.end - segment.start < SHORTEST[segment.kind]) return [];
    const lasts = segment.end - segment.start;
    return [{ kind: segment.kind, evidenceId: file.id, line: null, second: segment.start, shown: null, text: "", lasts }];
  });
}

/**
 * All evidence of a case in time order: dated strands by day and hour, then those that show only an hour, then recordings (which show none), each in the
 * order handed in. `priority`: a senior or disabled person, for whom 60 s hold instead of 180 (B3.2).
 */
export function timelineOf(files: readonly ReadFile[], priority: boolean): Strand[] {
  const recordings = files.filter((file) => soundOf(file.content) !== null);
  const strands = conversationsOf(files).map((conversation) =>
    strandOf(
      conversation,
      priority,
      recordings.find((file) => file.id === conversation.lines[0]?.evidenceId),
    ),
  );
  const told = new Set(strands.flatMap((strand) => strand.evidenceIds));
  for (const file of recordings)
    if (!told.has(file.id))
      strands.push({
        key: `recording ${file.id}`,
        kind: "recording",
        evidenceIds: [file.id],
        day: null,
        from: null,
        duration: soundOf(file.content)?.duration ?? null,
        moments: stretches(file),
        limits: [],
      });
  const rank = (strand: Strand) => (strand.day ? 0 : strand.from !== null ? 1 : 2);
  return strands
    .map((strand, i) => ({ strand, i }))
    .sort(
      (a, b) =>
        rank(a.strand) - rank(b.strand) ||
        (a.strand.day ?? "").localeCompare(b.strand.day ?? "") ||
        (a.strand.from ?? 0) - (b.strand.from ?? 0) ||
        a.i - b.i,
    )
    .map(({ strand }) => strand);
}
