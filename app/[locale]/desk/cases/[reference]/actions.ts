"use server";

import { z } from "zod";
import { db } from "@/db/client";
import { suggestCompanies } from "@/db/queries/companies";
import { CLAUSE_IDS } from "@/domain/clauses";
import { PAUSE_REASONS, PAUSES } from "@/domain/clocks";
import { DomainError } from "@/domain/errors";
import { DECLINE_GROUNDS } from "@/domain/findings";
import { foldName } from "@/platform/fold-name";
import { acceptComplaint } from "@/services/accept-complaint";
import { addAllegation } from "@/services/add-allegation";
import { answerSupplement, reopenComplaint } from "@/services/answer-supplement";
import { bindCompany } from "@/services/bind-company";
import { addNote, assignCase, extendDecision, pauseClock, resumeClock } from "@/services/manage-case";
import { removeAllegation } from "@/services/remove-allegation";
import { serveUnserved } from "@/services/serve-unserved";
import { terminateCase } from "@/services/terminate-case";
import { deskAction } from "../../_server/desk-action";

const reference = z.string().regex(/^\d{4}-\d{4}-\d{4,8}$/, "invalid");
const officers = ["officer"] as const;
const supervisors = ["supervisor"] as const;
const reason = z.string().trim().min(1, "missing_reason").max(2000, "tooLong");
const one = z.object({ reference });

/** Accepts; a bound company is served at once. */
export const accept = deskAction(
  one,
  async ({ actor, input, now }) => {
    await acceptComplaint(actor, input.reference, now);
    return undefined;
  },
  officers,
);

/** The company a typed name stands for: the chosen one, else the only one of the register that bears it whole. */
async function companyFor(chosen: string, typed: string): Promise<string> {
  if (chosen !== "") return chosen;
  const whole = foldName(typed);
  if (whole === "") throw new DomainError("invalid", { field: "company", message: "required" });
  const hits = (await suggestCompanies(db(), typed, 8)).filter((hit) =>
    [hit.name, hit.nameHant, hit.nameEn, hit.alias ?? ""].some((name) => foldName(name) === whole),
  );
  const [only] = hits;
  if (!only || hits.length > 1) throw new DomainError("invalid", { field: "company", message: "companyUnclear" });
  return only.id;
}

/** Binds the typed name to the register; an accepted case is served at once. */
export const bind = deskAction(
  z.object({ reference, company: z.string().max(200, "tooLong").default(""), companyId: z.string().max(40).default("") }),
  async ({ actor, input, now }) => {
    const companyId = await companyFor(input.companyId, input.company);
    await bindCompany(actor, { reference: input.reference, companyId }, now);
    return undefined;
  },
  officers,
);

/** Serves a bound case whose company had no address before. */
export const serve = deskAction(
  one,
  async ({ actor, input, now }) => {
    await serveUnserved(actor, input.reference, now);
    return undefined;
  },
  officers,
);

/** Gives the case to an officer. */
export const assign = deskAction(z.object({ reference, officerId: z.uuid("chooseOfficer") }), async ({ actor, input, now }) => {
  await assignCase(actor, input, now);
  return undefined;
});

/** A note for the desk. */
export const note = deskAction(
  z.object({ reference, body: z.string().trim().min(1, "required").max(4000, "tooLong") }),
  async ({ actor, input, now }) => {
    await addNote(actor, input, now);
    return { values: {} };
  },
);

const ASKABLE = PAUSE_REASONS.filter((one) => !PAUSES[one].automatic);

/** Stops a clock for one of the reasons of the rules. */
export const pause = deskAction(
  z.object({ reference, reason: z.enum(ASKABLE, "choosePause"), why: reason }),
  async ({ actor, input, now }) => {
    await pauseClock(actor, input, now);
    return undefined;
  },
  officers,
);

/** Lets a paused clock run on. */
export const resume = deskAction(
  one,
  async ({ actor, input, now }) => {
    await resumeClock(actor, input.reference, now);
    return undefined;
  },
  officers,
);

/** Fifteen more working days, once. */
export const extend = deskAction(
  z.object({ reference, why: reason }),
  async ({ actor, input, now }) => {
    await extendDecision(actor, input, now);
    return undefined;
  },
  supervisors,
);

/** Ends an accepted case on a ground for declining. */
export const terminate = deskAction(
  z.object({
    reference,
    ground: z.enum(DECLINE_GROUNDS, "chooseGround"),
    reason,
    elsewhere: z.string().trim().min(1, "sayElsewhere").max(1000, "tooLong"),
  }),
  async ({ actor, input, now }) => {
    await terminateCase(actor, input, now);
    return undefined;
  },
  supervisors,
);

/** Writes down a completion that came by phone or on paper. */
export const takeSupplement = deskAction(
  z.object({ reference, answer: z.string().trim().min(1, "required").max(5000, "tooLong") }),
  async ({ actor, input, now }) => {
    await answerSupplement(actor, input, now);
    return undefined;
  },
  officers,
);

/** Reopens a case not pursued, asked for by phone or on paper. */
export const reopen = deskAction(
  one,
  async ({ actor, input, now }) => {
    await reopenComplaint(actor, input.reference, now);
    return undefined;
  },
  officers,
);

/** Adds a clause the facts point to. */
export const allege = deskAction(
  z.object({ reference, clause: z.enum(CLAUSE_IDS, "chooseClause") }),
  async ({ actor, input, now }) => {
    await addAllegation(actor, input, now);
    return undefined;
  },
  officers,
);

/** Takes back a clause an officer added. */
export const unallege = deskAction(
  z.object({ reference, allegationId: z.uuid("invalid") }),
  async ({ actor, input, now }) => {
    await removeAllegation(actor, input, now);
    return undefined;
  },
  officers,
);
