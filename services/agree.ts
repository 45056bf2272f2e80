import { db, type Tx } from "@/db/client";
import {
  type AgreementKind,
  type AgreementRow,
  insertAgreement,
  standingAgreement,
  updateAgreement,
} from "@/db/queries/procedure";
import type { Actor, Side } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { decide } from "@/domain/procedure";
import { type CaseFile, carryOut } from "./case-file";
import { openCase } from "./enforce-deadlines";
import { type Audience, notifyParties } from "./notify-parties";

const SIDES: readonly Side[] = ["complainant", "company"];
const sideOf = (actor: Actor): Side | null => (actor.role === "complainant" || actor.role === "company" ? actor.role : null);
const other = (side: Side): Side => (side === "company" ? "complainant" : "company");
const bothAgree = (row: AgreementRow): boolean => row.complainantAgreedAt !== null && row.companyAgreedAt !== null;
const isOpen = (row: AgreementRow | null): row is AgreementRow => row !== null && !bothAgree(row);

async function consent(
  tx: Tx,
  file: CaseFile,
  actor: Actor,
  kind: AgreementKind,
  given: boolean,
  now: Instant,
): Promise<CaseFile> {
  const side = sideOf(actor);
  if (!side || file.snapshot.consents[side].includes(kind) === given) return file;
  return carryOut(tx, file, actor, "change_consent", { type: "consent_changed", data: { kind, given } }, now);
}

/**
 * Proposes to mediate, or the terms of a settlement (RULES §3), by either side or by the officer for both. Who proposes agrees to it; the others
 * are written to. Throws `wrong_state` outside a case in hand, `not_served`, `already_done` while a proposal of the kind is open, `forbidden`.
 */
export async function proposeAgreement(
  actor: Actor,
  input: { reference: string; kind: AgreementKind; terms: string },
  now: Instant,
): Promise<CaseFile> {
  const terms = input.terms.trim();
  if (terms === "") throw new DomainError("invalid", { field: "terms", message: "required" });
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    decide("settle", actor.role, file.snapshot.state);
    if (file.snapshot.servedAt === null) throw new DomainError("not_served");
    const standing = await standingAgreement(tx, file.row.id, input.kind);
    if (standing) throw new DomainError("already_done", { message: "proposal_open" });
    const side = sideOf(actor);
    await insertAgreement(tx, {
      complaintId: file.row.id,
      kind: input.kind,
      terms,
      proposedBy: actor.role,
      by: actor.userId ?? null,
      proposedAt: now,
      complainantAgreedAt: side === "complainant" ? now : null,
      companyAgreedAt: side === "company" ? now : null,
    });
    const after = await consent(tx, file, actor, input.kind, true, now);
    const to: Audience[] = side ? [other(side), "officer"] : ["complainant", "company"];
    await notifyParties(tx, after, `${input.kind}_proposed`, to);
    return after;
  });
}

/**
 * A side agrees to the open proposal, refuses it, or takes its own back. A settlement both agree to closes the case; a mediation both agree to
 * waits for the officer, who stops the clock. Throws `not_found` without a proposal, `already_done` when this side has agreed already.
 */
export async function answerAgreement(
  actor: Actor,
  input: { reference: string; kind: AgreementKind; agreed: boolean },
  now: Instant,
): Promise<CaseFile> {
  const side = sideOf(actor);
  if (!side) throw new DomainError("forbidden");
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference: input.reference }, now);
    decide("settle", actor.role, file.snapshot.state);
    const standing = await standingAgreement(tx, file.row.id, input.kind);
    if (!isOpen(standing)) throw new DomainError("not_found");
    if (!input.agreed) return refuse(tx, file, actor, side, standing, now);
    if (standing[`${side}AgreedAt`] !== null) throw new DomainError("already_done");
    const answered = await updateAgreement(tx, standing.id, { [`${side}AgreedAt`]: now });
    const agreed = await consent(tx, file, actor, input.kind, true, now);
    if (!bothAgree(answered)) {
      await notifyParties(tx, agreed, `${input.kind}_proposed`, ["officer"]);
      return agreed;
    }
    if (input.kind === "mediation") {
      await notifyParties(tx, agreed, "mediation_agreed", ["complainant", "company", "officer"]);
      return agreed;
    }
    return closeSettled(tx, agreed, actor, now);
  });
}

async function refuse(tx: Tx, file: CaseFile, actor: Actor, side: Side, standing: AgreementRow, now: Instant): Promise<CaseFile> {
  const kind = standing.kind as AgreementKind;
  await updateAgreement(tx, standing.id, { refusedAt: now, refusedBy: side });
  const after = await consent(tx, file, actor, kind, false, now);
  await notifyParties(tx, after, `${kind}_refused`, [other(side), "officer"]);
  return after;
}

/** Both consents are on record for one text: the case is settled; it counts and is never published (RULES §5). */
async function closeSettled(tx: Tx, file: CaseFile, actor: Actor, now: Instant): Promise<CaseFile> {
  for (const side of SIDES)
    if (!file.snapshot.consents[side].includes("settlement")) throw new DomainError("not_consented", { kind: "settlement" });
  const after = await carryOut(tx, file, actor, "settle", { type: "settled", data: {} }, now);
  await notifyParties(tx, after, "settled", ["complainant", "company", "officer"]);
  return after;
}

/** The officer closes a case on terms that both sides have accepted. Throws `not_consented` while one has not: an old yes to other terms is none. */
export async function settleCase(actor: Actor, reference: string, now: Instant): Promise<CaseFile> {
  return db().transaction(async (tx) => {
    const file = await openCase(tx, actor, { reference }, now);
    const standing = await standingAgreement(tx, file.row.id, "settlement");
    if (!standing || !bothAgree(standing)) throw new DomainError("not_consented", { kind: "settlement" });
    return closeSettled(tx, file, actor, now);
  });
}
