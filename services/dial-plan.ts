import type { Tx } from "@/db/client";
import {
  closedContacts,
  companiesBySlug,
  type DialPlanRow,
  dialPlanRows,
  dialTestsOfQuarter,
  findDialPlan,
} from "@/db/queries/dial-tests";
import type { Instant, Quarter } from "@/domain/day";
import { type ContactState, drawPlan, type PlannedContact, windowStart } from "@/domain/dial-tests/plan";

export interface ContactLine extends PlannedContact {
  readonly state: ContactState;
  /** Names of the company in the languages of the register. */
  readonly names: { readonly name: string; readonly nameHant: string; readonly nameEn: string };
  readonly test: { readonly id: string; readonly testedAt: Date; readonly passed: boolean } | null;
}

export interface DialPlanView {
  readonly quarter: Quarter;
  /** Quarters that are drawn, the newest first. */
  readonly quarters: readonly Quarter[];
  readonly commitment: string;
  readonly committedAt: Date;
  readonly seed: string;
  readonly contacts: readonly ContactLine[];
  readonly counts: Readonly<Record<ContactState, number>>;
}

const KEPT_DRAWS = 4;
const draws = new Map<string, readonly PlannedContact[]>();

/** The contacts of a plan, drawn once a process: the commitment binds quarter, seed and panel, so the same one is the same draw for good. */
function drawnOnce({ quarter, seed, panel, commitment }: DialPlanRow): readonly PlannedContact[] {
  const drawn = draws.get(commitment) ?? drawPlan(quarter as Quarter, seed, panel);
  draws.delete(commitment);
  draws.set(commitment, drawn);
  for (const oldest of [...draws.keys()].slice(0, -KEPT_DRAWS)) draws.delete(oldest);
  return drawn;
}

/** A quarter's plan as the desk works on it: drawn from its seed, beside each contact what became of it. Null: not drawn. */
export async function dialPlanView(tx: Tx, quarter: Quarter, now: Instant): Promise<DialPlanView | null> {
  const plan = await findDialPlan(tx, quarter);
  if (!plan) return null;
  const [all, closed, tests] = [await dialPlanRows(tx), await closedContacts(tx, quarter), await dialTestsOfQuarter(tx, quarter)];
  const made = new Map(tests.map(({ test }) => [test.contactKey, test]));
  const drawn = drawnOnce(plan);
  const names = await companiesBySlug(tx, [...new Set(drawn.map((one) => one.company))]);
  const contacts = drawn.map((contact): ContactLine => {
    const test = made.get(contact.key);
    const state = test ? "done" : closed.has(contact.key) ? "no_channel" : windowStart(contact) <= now ? "due" : "ahead";
    const { name, nameHant, nameEn } = names.get(contact.company) ?? {
      name: contact.company,
      nameHant: contact.company,
      nameEn: contact.company,
    };
    return {
      ...contact,
      state,
      names: { name, nameHant, nameEn },
      test: test ? { id: test.id, testedAt: test.testedAt, passed: test.passed } : null,
    };
  });
  const count = (state: ContactState) => contacts.filter((one) => one.state === state).length;
  return {
    quarter,
    quarters: all.map((row) => row.quarter as Quarter),
    commitment: plan.commitment,
    committedAt: plan.committedAt,
    seed: plan.seed,
    contacts,
    counts: { done: count("done"), no_channel: count("no_channel"), due: count("due"), ahead: count("ahead") },
  };
}
