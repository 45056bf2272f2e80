import { db, type Tx } from "@/db/client";
import { updateDraft } from "@/db/queries/drafts";
import { type EvidenceRow, evidenceOf } from "@/db/queries/evidence";
import { insertReading, readFile, readingsOf, updateReading } from "@/db/queries/readings";
import { filesOf } from "@/db/queries/uploads";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { turnsOf } from "@/domain/reading/content";
import {
  answersOf,
  type ConfirmedReading,
  type FactDecision,
  type FactValue,
  type Proposal,
  proposalsOf,
  type ReadFile,
  turnsNow,
  type Verdict,
} from "@/domain/reading/proposals";
import { readTranscript, type Transcript } from "@/domain/reading/transcript";
import type { TurnSide } from "@/domain/reading/turns";
import { carryOut, readCase } from "./case-file";
import { type DraftHolder, openDraft } from "./draft-file";
import { openCase } from "./enforce-deadlines";
import { readCount } from "./read-answers";
import { draftEnd } from "./save-draft";

/** Whose files: the open draft of a device or account, or a case one files in or works on. */
export type ReadingOwner = { readonly holder: DraftHolder } | { readonly actor: Actor; readonly reference: string };

/** What a page sends: lines as they stand there, and what was said of each proposal, by its key. */
export interface ConfirmInput {
  readonly lines: readonly {
    readonly evidenceId: string;
    readonly line: number;
    readonly side: TurnSide;
    readonly text: string;
  }[];
  /** Files whose text the person says to have compared; others are kept only where a line was changed. */
  readonly compared: readonly string[];
  readonly decisions: readonly { readonly key: string; readonly verdict: Verdict; readonly value: string }[];
}

const LONGEST = 2_000;

interface Owned {
  readonly rows: readonly EvidenceRow[];
  readonly files: readonly ReadFile[];
  readonly draft: Awaited<ReturnType<typeof openDraft>>;
}

/** The received files of the person who filed, with what was read of them; throws `not_found` for anybody else's. */
async function owned(tx: Tx, owner: ReadingOwner, now: Instant): Promise<Owned> {
  if ("holder" in owner) {
    const draft = await openDraft(tx, owner.holder, now, true);
    if (!draft || draft.row.complaintId) throw new DomainError("not_found", { message: "draftGone" });
    return { ...(await withReadings(tx, await filesOf(tx, { draftId: draft.row.id }))), draft };
  }
  const of = await readCase(tx, owner.actor, { reference: owner.reference });
  if (!of || of.row.erasedAt) throw new DomainError("not_found");
  const rows = (await evidenceOf(tx, of.row.id)).filter((row) => row.side === "complainant");
  return { ...(await withReadings(tx, rows)), draft: null };
}

async function withReadings(tx: Tx, all: readonly EvidenceRow[]) {
  const rows = all.filter((row) => row.status === "received" && !row.removedAt);
  const readings = await readingsOf(
    tx,
    rows.map((row) => row.id),
  );
  return { rows, files: rows.map((row) => readFile(row, readings.get(row.id))) };
}

/** The value a person typed in the place of a proposed one; throws `invalid` at its field. */
function typedValue(proposal: Proposal, typed: string): FactValue {
  const field = `value.${proposal.key}`;
  if (typeof proposal.value === "boolean") return proposal.value;
  if (typeof proposal.value === "string") {
    const text = typed.trim().slice(0, 500);
    if (text === "") throw new DomainError("invalid", { field, message: "required" });
    return text;
  }
  const count = readCount(typed);
  if (count === null || Number.isNaN(count) || count < 0 || count > 7 * 86_400)
    throw new DomainError("invalid", { field, message: "number" });
  return count;
}

/**
 * Keeps what the person who filed said of the text and of the proposed facts; nothing counts before (RULES §2). In a draft, facts they stand by are
 * written into the page of details. Lines of files that are not theirs are left out. Throws `not_found`, `forbidden`, `invalid` (field `value.<key>`).
 */
export async function confirmReading(owner: ReadingOwner, input: ConfirmInput, now: Instant): Promise<void> {
  if ("actor" in owner && owner.actor.role !== "complainant") throw new DomainError("forbidden");
  await db().transaction(async (tx) => {
    const { files, draft } = await owned(tx, owner, now);
    const before = proposalsOf(files);
    const decisions: FactDecision[] = input.decisions.flatMap(({ key, verdict, value }) => {
      const proposal = before.find((one) => one.key === key);
      if (!proposal) return [];
      const right = verdict === "corrected" ? { value: typedValue(proposal, value) } : {};
      return [{ key, fact: proposal.fact, proposed: proposal.value, verdict, ...right }];
    });
    const after = files.map((file) => withWords(file, input, decisions, now));
    const changed = after.flatMap(({ id, confirmed }, i) =>
      confirmed && confirmed !== files[i]?.confirmed ? [{ id, confirmed }] : [],
    );
    for (const { id, confirmed } of changed) await updateReading(tx, id, { confirmed });
    if ("actor" in owner && changed.length > 0) await record(tx, owner, changed, now);
    if (!draft) return;
    const answers = answersOf(proposalsOf(after));
    if (Object.keys(answers).length === 0) return;
    await updateDraft(tx, draft.row.id, {
      data: { ...draft.data, answers: { ...draft.data.answers, ...answers } },
      updatedAt: now,
      expiresAt: draftEnd(now),
      announcedAt: null,
    });
  });
}

/** The ledger says of each file that a person stood by its reading; what they said stays beside the file, and goes with it. A draft has no ledger: see filing. */
async function record(
  tx: Tx,
  { actor, reference }: { actor: Actor; reference: string },
  changed: readonly { readonly id: string }[],
  now: Instant,
): Promise<void> {
  let file = await openCase(tx, actor, { reference }, now);
  for (const { id: evidenceId } of changed)
    file = await carryOut(tx, file, actor, "confirm_reading", { type: "reading_confirmed", data: { evidenceId } }, now);
}

function withWords(file: ReadFile, input: ConfirmInput, decisions: readonly FactDecision[], now: Instant): ReadFile {
  const read = turnsOf(file.content);
  const current = turnsNow(file);
  const sent = input.lines.filter((one) => one.evidenceId === file.id && one.line < read.length);
  const changed = sent.some((one) => one.text.trim() !== current[one.line]?.text || one.side !== current[one.line]?.side);
  const typed = changed || input.compared.includes(file.id) ? sent : [];
  // A decision is kept with the file of its first proof, and goes with it.
  const own = decisions.filter((one) => one.key.split(".")[1] === file.id);
  if (typed.length === 0 && own.length === 0) return file;
  const turns = current.map(({ side, text }) => ({ side, text }));
  for (const { line, side, text } of typed) turns[line] = { side, text: text.trim().slice(0, LONGEST) };
  const said = new Map([...(file.confirmed?.decisions ?? []), ...own].map((one) => [one.key, one]));
  const confirmed: ConfirmedReading = {
    turns: typed.length > 0 ? turns : (file.confirmed?.turns ?? null),
    decisions: [...said.values()],
    at: now.toISOString(),
  };
  return { ...file, confirmed };
}

/**
 * Keeps (or with an empty text takes away) the transcript typed beside a recording or film. The person who filed for their own files; officers for every
 * file of a case. Throws `not_found`, `forbidden`, `invalid` where nothing in it could be read.
 */
export async function saveTranscript(owner: ReadingOwner, evidenceId: string, typed: string, now: Instant): Promise<void> {
  await db().transaction(async (tx) => {
    const by = "actor" in owner ? owner.actor.role : "complainant";
    if (by !== "complainant" && by !== "officer" && by !== "supervisor") throw new DomainError("forbidden");
    const rows = by === "complainant" ? (await owned(tx, owner, now)).rows : await deskRows(tx, owner);
    const row = rows.find((one) => one.id === evidenceId);
    if (!row || (row.kind !== "audio" && row.kind !== "video")) throw new DomainError("not_found");
    const lines = readTranscript(typed);
    if (typed.trim() !== "" && lines.length === 0) throw new DomainError("invalid", { field: "transcript", message: "required" });
    await insertReading(tx, row.id, "unread");
    const transcript: Transcript | null = lines.length > 0 ? { lines, by } : null;
    await updateReading(tx, row.id, { transcript });
  });
}

async function deskRows(tx: Tx, owner: ReadingOwner): Promise<readonly EvidenceRow[]> {
  if (!("actor" in owner)) throw new DomainError("forbidden");
  const of = await readCase(tx, owner.actor, { reference: owner.reference });
  if (!of) throw new DomainError("not_found");
  return evidenceOf(tx, of.row.id);
}

/** Files of a draft or case with readings, for pages: rows, domain files, and how each reading stands. Not locked. */
export async function readingsFor(rows: readonly EvidenceRow[]) {
  const received = rows.filter((row) => row.status === "received" && !row.removedAt);
  const readings = await readingsOf(
    db(),
    received.map((row) => row.id),
  );
  return { rows: received, readings, files: received.map((row) => readFile(row, readings.get(row.id))) };
}
