import { db } from "@/db/client";
import { countOf, spendChallenge } from "@/db/queries/flood";
import { DomainError } from "@/domain/errors";
import { foldName } from "@/platform/fold-name";
import { keyedHash } from "@/platform/keyed-hash";
import { checkSolution, issueChallenge } from "@/platform/proof-of-work";
import { type AttemptLimit, countAttempt } from "./limit-attempts";

/**
 * Who gets through when many file at once. The rule looks at what is done, not only at where it comes from:
 *
 * - Background work: a solved challenge, made for this one draft and spent once. Its difficulty doubles with every 15 complaints that came
 *   from the same network within an hour (1 to 16). People do not notice; a script pays for each.
 * - Pace: a draft that is younger than 40 s, or whose pages were not gone through, was not written by hand: 3 an hour from one network.
 * - Network (address, or the /64 of IPv6): 60 in ten minutes, 100 an hour, 150 a day. A class of thirty behind one address gets through,
 *   and the next one after it.
 * - The same words, whoever sends them: 40 a day. A class may copy its text from the board; seven hundred copies stop here.
 * - The same contact: 5 a day.
 * - Without JavaScript there is no background work: such a draft must be a minute old, and 10 an hour come from one network.
 * - With an account: no background work and no network limit, 10 a day.
 *
 * Nobody is turned away for good: the draft stays, the page says when to try again and that telephone and post are open.
 * These figures are shown to the public on the method page: they do not change silently.
 */
export const FILING_RULES = {
  minSeconds: 40,
  minPages: 4,
  hurried: { max: 3, windowSeconds: 3600 },
  network: [
    { max: 60, windowSeconds: 600 },
    { max: 100, windowSeconds: 3600 },
    { max: 150, windowSeconds: 86_400 },
  ],
  sameWords: { max: 40, windowSeconds: 86_400 },
  sameContact: { max: 5, windowSeconds: 86_400 },
  withoutWork: { minSeconds: 60, max: 10, windowSeconds: 3600 },
  account: { max: 10, windowSeconds: 86_400 },
  doubleEvery: 15,
} as const;

/** What filing looks like from outside. No field is stored in clear. */
export interface FilingBehaviour {
  readonly draftId: string;
  /** Address or /64 the request came from. */
  readonly network: string;
  readonly userId?: string | undefined;
  /** Solved challenge as the page sent it; empty without JavaScript. */
  readonly solution: string;
  readonly draftBegun: Date;
  /** Pages that were sent on. */
  readonly pages: number;
  readonly narrative: string;
  /** Keyed hash of the contact. */
  readonly contact: string | null;
}

const subjectOf = (draftId: string) => keyedHash("challenge-subject", draftId).slice(0, 32);
const networkBucket = (network: string) => ["filing", "network", network];

/** A challenge for this draft, harder the more came from its network within the hour. */
export async function filingChallenge(draftId: string, network: string, now: Date) {
  const recent = await countOf(db(), keyedHash("attempt", ...networkBucket(network), "3600"), 3600, now);
  return issueChallenge(2 ** Math.min(4, Math.floor(recent / FILING_RULES.doubleEvery)), subjectOf(draftId));
}

/**
 * Lets a complete draft through, or throws `limit_reached` with the key of a sentence and `retryAfterSeconds`. Counts the attempt; call it
 * once a submission, before the transaction, and not for a draft that was filed already.
 */
export async function guardFiling(behaviour: FilingBehaviour, now: Date): Promise<void> {
  const age = (now.getTime() - behaviour.draftBegun.getTime()) / 1000;
  if (behaviour.userId) await allow(["filing", "account", behaviour.userId], FILING_RULES.account, "tooManyFiled", now);
  else await allowStranger(behaviour, age, now);
  const words = keyedHash("filing-words", foldName(behaviour.narrative));
  await allow(["filing", "words", words], FILING_RULES.sameWords, "sameWords", now);
  if (behaviour.contact) await allow(["filing", "contact", behaviour.contact], FILING_RULES.sameContact, "sameContact", now);
}

async function allowStranger(behaviour: FilingBehaviour, age: number, now: Date): Promise<void> {
  const { minSeconds, minPages, hurried, withoutWork } = FILING_RULES;
  if (!(await worked(behaviour))) {
    const wait = Math.ceil(withoutWork.minSeconds - age);
    if (wait > 0) throw new DomainError("limit_reached", { message: "waitMinute", retryAfterSeconds: wait });
    await allow(["filing", "without-work", behaviour.network], withoutWork, "tooManyFiled", now);
  }
  if (age < minSeconds || behaviour.pages < minPages)
    await allow(["filing", "hurried", behaviour.network], hurried, "tooFast", now);
  for (const limit of FILING_RULES.network)
    await allow([...networkBucket(behaviour.network), String(limit.windowSeconds)], limit, "tooManyFiled", now);
}

/** True when the challenge of this draft was solved and not spent by another. */
async function worked({ solution, draftId }: FilingBehaviour): Promise<boolean> {
  const solved = await checkSolution(solution, subjectOf(draftId));
  if (!solved) return false;
  // Bound to the draft, which can be filed once: the second of two clicks may bring it again.
  await spendChallenge(db(), solved.key, solved.expiresAt);
  return true;
}

async function allow(bucket: readonly string[], limit: Omit<AttemptLimit, "now">, message: string, now: Date): Promise<void> {
  const { allowed, retryAfterSeconds } = await countAttempt(db(), bucket, { ...limit, now });
  if (!allowed) throw new DomainError("limit_reached", { message, retryAfterSeconds });
}
