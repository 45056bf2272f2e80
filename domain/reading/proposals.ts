import { type ReadingContent, turnsOf } from "./content";
import { factsOf, type ProposedFact } from "./facts";
import { joinTurns, overlap } from "./join-turns";
import { type Transcript, turnsOfTranscript } from "./transcript";
import type { ChatTurn, TurnSide } from "./turns";

export type FactName = ProposedFact["fact"];
export type FactValue = ProposedFact["value"];
export type Verdict = "right" | "corrected" | "wrong";

/** What a person said of a proposed fact. `key` and `proposed` tell which; another value read later is a new proposal. */
export interface FactDecision {
  readonly key: string;
  readonly fact: FactName;
  readonly proposed: FactValue;
  readonly verdict: Verdict;
  /** What is right, where it was corrected. */
  readonly value?: FactValue;
}

/** What a person made of a reading: its text put right, facts said to be right or wrong. Kept apart from what the machine read. */
export interface ConfirmedReading {
  /** As long as the turns read; null: never looked at. */
  readonly turns: readonly { readonly side: TurnSide; readonly text: string }[] | null;
  readonly decisions: readonly FactDecision[];
  /** ISO, the portal's time. */
  readonly at: string;
}

/** A file with all that is known of its words. */
export interface ReadFile {
  readonly id: string;
  readonly kind: string | null;
  readonly content: ReadingContent | null;
  readonly confirmed: ConfirmedReading | null;
  readonly transcript: Transcript | null;
}

/** One line of a file: the turn as it stands now, and where it is. */
export interface FileLine {
  readonly evidenceId: string;
  readonly line: number;
  readonly turn: ChatTurn;
}

/** Lines that belong together: the pictures of one chat joined, an export, a call with its transcript. */
export interface Conversation {
  readonly kind: "pictures" | "export" | "call";
  readonly lines: readonly FileLine[];
}

export interface Proposal {
  readonly key: string;
  readonly fact: FactName;
  readonly value: FactValue;
  readonly proof: readonly FileLine[];
  readonly decided: FactDecision | null;
}

/** The turns of a file with what a person put right in them. */
export function turnsNow(file: ReadFile): readonly ChatTurn[] {
  const read = turnsOf(file.content);
  const said = file.confirmed?.turns;
  return said && said.length === read.length
    ? read.map((turn, i) => ({ ...turn, side: said[i]?.side ?? turn.side, text: said[i]?.text ?? turn.text }))
    : read;
}

interface ReadPicture {
  readonly id: string;
  readonly lines: readonly { readonly turn: ChatTurn; readonly line: number }[];
}

/** Two pictures that share no message are one chat only while its clock goes on within this time (seconds). */
const SAME_CHAT = 3_600;

/** The pictures of each chat, in the order handed in: one begins where nothing overlaps and the clock jumps, or runs back. */
function chatsOf(files: readonly ReadFile[]): ReadPicture[][] {
  const chats: ReadPicture[][] = [];
  for (const file of files) {
    if (file.kind !== "image" || turnsOf(file.content).length === 0) continue;
    const lines = turnsNow(file)
      .map((turn, line) => ({ turn, line }))
      .filter((one) => one.turn.text !== "");
    const chat = chats.at(-1);
    const before = chat?.flatMap((one) => one.lines.map(({ turn }) => turn)) ?? [];
    const after = lines.map((one) => one.turn);
    if (chat && goesOn(before, after)) chat.push({ id: file.id, lines });
    else chats.push([{ id: file.id, lines }]);
  }
  return chats;
}

function goesOn(before: readonly ChatTurn[], after: readonly ChatTurn[]): boolean {
  if (overlap(before, after) > 0) return true;
  const [last, next] = [before.findLast((turn) => turn.at)?.at, after.find((turn) => turn.at)?.at];
  if (!last || !next) return true;
  if (last.date && next.date && (last.date.day !== next.date.day || last.date.month !== next.date.month)) return false;
  return next.second >= last.second && next.second - last.second <= SAME_CHAT;
}

/** The conversations of a case, files in the order they were handed in. A line a person emptied is no line. */
export function conversationsOf(files: readonly ReadFile[]): Conversation[] {
  const out: Conversation[] = [];
  for (const pictures of chatsOf(files)) {
    const joined = joinTurns(pictures.map(({ lines }) => lines.map((one) => one.turn)));
    const lines = joined.map(({ turn, picture, line }) => ({
      turn,
      evidenceId: pictures[picture]?.id ?? "",
      line: pictures[picture]?.lines[line]?.line ?? line,
    }));
    if (lines.length > 0) out.push({ kind: "pictures", lines });
  }
  for (const file of files) {
    const spoken = file.transcript ? turnsOfTranscript(file.transcript.lines) : [];
    const turns = file.kind === "image" ? [] : spoken.length > 0 ? spoken : turnsNow(file);
    const lines = turns.map((turn, line) => ({ evidenceId: file.id, line, turn })).filter((one) => one.turn.text !== "");
    if (lines.length > 0) out.push({ kind: spoken.length > 0 ? "call" : "export", lines });
  }
  return out;
}

/** What the files suggest, each with its lines and what a person said of it. The machine decides nothing (RULES §2). */
export function proposalsOf(files: readonly ReadFile[]): Proposal[] {
  const decisions = files.flatMap((file) => file.confirmed?.decisions ?? []);
  return conversationsOf(files).flatMap(({ lines }) =>
    factsOf(lines.map((one) => one.turn)).map((found) => {
      const proof = found.proof.flatMap((place) => lines[place] ?? []);
      const key = `${found.fact}.${proof[0]?.evidenceId ?? ""}.${proof[0]?.line ?? 0}`;
      const decided = decisions.findLast((one) => one.key === key && one.proposed === found.value) ?? null;
      return { key, fact: found.fact, value: found.value, proof, decided };
    }),
  );
}

/** The value a person stands by; undefined where nobody said so, or it was called wrong. */
export function confirmedValue(proposal: Proposal): FactValue | undefined {
  const { decided } = proposal;
  if (!decided || decided.verdict === "wrong") return undefined;
  return decided.verdict === "corrected" ? (decided.value ?? undefined) : proposal.value;
}

/** The answers of the page of details (domain/filing) that confirmed facts stand for; counts of several chats are added. */
export function answersOf(proposals: readonly Proposal[]): Record<string, string> {
  const out: Record<string, string> = {};
  const stood = proposals.flatMap((one) => {
    const value = confirmedValue(one);
    return value === undefined ? [] : [{ fact: one.fact, value }];
  });
  const numbers = (fact: FactName) => stood.filter((one) => one.fact === fact).map((one) => Number(one.value));
  const requests = numbers("humanRequests");
  if (requests.length > 0) out.humanRequests = String(requests.reduce((sum, n) => sum + n, 0));
  const repeats = numbers("sameReplyRepeated");
  if (repeats.length > 0) out.sameReplyRepeated = String(Math.max(...repeats));
  const waits = numbers("waitSeconds");
  if (waits.length > 0) {
    const most = Math.max(...waits);
    out.waitMinutes = String(Math.floor(most / 60));
    out.waitSeconds = String(most % 60);
  }
  if (stood.some((one) => one.fact === "reachedHuman")) out.reachedHuman = "yes";
  if (stood.some((one) => one.fact === "loopback")) out.loopback = "yes";
  const promise = stood.find((one) => one.fact === "promisedAction");
  if (promise) out.promisedText = String(promise.value).slice(0, 500);
  return out;
}
