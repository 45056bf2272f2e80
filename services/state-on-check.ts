import { companyFamily } from "@/db/queries/scores";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { STATEMENT_MAX } from "@/domain/special-check";
import { stepOfCheck } from "./special-check-step";
import { tellOfCheck } from "./tell-of-check";

/**
 * The company's own words on a special check of it, published beside the conclusion; until the signature it may write them anew. Throws
 * `not_found` for another's check, `invalid`, and `wrong_state` once it is concluded.
 */
export async function stateOnCheck(actor: Actor, input: { number: string; statement: string }, now: Instant): Promise<void> {
  const statement = input.statement.trim();
  if (statement === "") throw new DomainError("invalid", { field: "statement", message: "required" });
  if (statement.length > STATEMENT_MAX) throw new DomainError("invalid", { field: "statement", message: "tooLong" });
  const own = async (tx: Parameters<typeof companyFamily>[0], check: { companyId: string }) =>
    actor.companyId !== undefined && (await companyFamily(tx, actor.companyId)).includes(check.companyId);
  await stepOfCheck(
    actor,
    input.number,
    "state",
    now,
    async (tx, check) => {
      await tellOfCheck(tx, check, "stated", ["supervisor"]);
      return { statement, statedAt: now };
    },
    own,
  );
}
