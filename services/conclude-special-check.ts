import type { SpecialCheckRow } from "@/db/queries/special-checks";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { type ConfirmedRedactions, unconfirmedPlaces } from "@/domain/publication/content";
import { redact } from "@/domain/redaction";
import { type CheckResult, CONCLUSION_MAX } from "@/domain/special-check";
import { announcePublicChange } from "./public-change";
import { stepOfCheck } from "./special-check-step";
import { tellOfCheck } from "./tell-of-check";

/** What of a check the public will read, by place. */
export function textsOfCheck(check: Pick<SpecialCheckRow, "conclusion" | "statement">): Record<string, string> {
  return {
    ...(check.conclusion ? { conclusion: check.conclusion } : {}),
    ...(check.statement ? { statement: check.statement } : {}),
  };
}

/** An officer proposes how a special check ends; a supervisor signs it. Throws `invalid`, `wrong_state`. */
export async function draftConclusion(
  actor: Actor,
  input: { number: string; result: CheckResult; conclusion: string },
  now: Instant,
): Promise<void> {
  const conclusion = input.conclusion.trim();
  if (conclusion === "") throw new DomainError("invalid", { field: "conclusion", message: "required" });
  if (conclusion.length > CONCLUSION_MAX) throw new DomainError("invalid", { field: "conclusion", message: "tooLong" });
  await stepOfCheck(actor, input.number, "draft", now, async (tx, check) => {
    const drafted = { result: input.result, conclusion, draftedBy: actor.userId ?? null, draftedAt: now, returnReason: null };
    await tellOfCheck(tx, { ...check, ...drafted }, "drafted", ["supervisor"]);
    return drafted;
  });
}

/** The supervisor sends the proposal back with a reason. Throws `missing_reason`, `wrong_state`. */
export async function returnConclusion(actor: Actor, input: { number: string; reason: string }, now: Instant): Promise<void> {
  const returnReason = input.reason.trim();
  if (returnReason === "") throw new DomainError("missing_reason", { field: "reason" });
  await stepOfCheck(actor, input.number, "return", now, async (tx, check) => {
    await tellOfCheck(tx, check, "returned", ["officer"]);
    return { returnReason };
  });
}

/**
 * A supervisor who did not draft signs (`same_person`): published at once, with the company's statement, redacted as confirmed. Throws
 * `findings_incomplete` while a text has no confirmed redaction.
 */
export async function signConclusion(actor: Actor, number: string, now: Instant): Promise<void> {
  await stepOfCheck(actor, number, "sign", now, async (tx, check) => {
    const texts = textsOfCheck(check);
    const confirmed = (check.redaction ?? {}) as ConfirmedRedactions;
    if (unconfirmedPlaces(texts, confirmed).length > 0)
      throw new DomainError("findings_incomplete", { message: "redaction_open" });
    const shown = (place: string) => (texts[place] ? redact(texts[place], [...(confirmed[place]?.spans ?? [])]) : null);
    await tellOfCheck(tx, check, "concluded", ["company"]);
    await announcePublicChange(tx, { companies: [check.companyId], checks: [number] });
    return {
      concludedAt: now,
      concludedBy: actor.userId ?? null,
      publicConclusion: shown("conclusion"),
      publicStatement: shown("statement"),
    };
  });
}
