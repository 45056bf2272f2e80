import { db } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { countOf, spendChallenge } from "@/db/queries/flood";
import { confirmFollowRow, countFollows, followByToken, lockFollow, putWaitingFollow } from "@/db/queries/follows";
import { readEmail } from "@/domain/email-address";
import { DomainError } from "@/domain/errors";
import { FOLLOW_CONFIRM_HOURS, type FollowTarget, MOST_FOLLOWS, readFollow } from "@/domain/follow";
import { env } from "@/platform/env";
import type { Locale } from "@/platform/i18n/routing";
import { keyedHash, newLinkToken } from "@/platform/keyed-hash";
import { checkSolution, issueChallenge } from "@/platform/proof-of-work";
import { followLabel } from "./follow-label";
import { confirmHash, readerOf } from "./follow-tokens";
import { allowAttempt } from "./limit-attempts";
import { queueMail } from "./queue-mail";

/**
 * Letters that ask to confirm: an address may be sent five a day, a network may ask for thirty an hour, of which ten without background work (no
 * JavaScript, no worker). The work doubles with every five asked for.
 */
export const FOLLOW_LIMITS = {
  address: { max: 5, windowSeconds: 86_400 },
  network: { max: 30, windowSeconds: 3_600 },
  withoutWork: { max: 10, windowSeconds: 3_600 },
  doubleEvery: 5,
} as const;

const subjectOf = (network: string) => keyedHash("follow-challenge", network).slice(0, 32);

/** A challenge for whoever wants to follow, to be worked at while they type; good for their network alone. */
export async function followChallenge(network: string, now: Date) {
  const recent = await countOf(db(), keyedHash("attempt", "follow-network", network), FOLLOW_LIMITS.network.windowSeconds, now);
  return issueChallenge(2 ** Math.min(4, Math.floor(recent / FOLLOW_LIMITS.doubleEvery)), subjectOf(network));
}

/** True when the work was done and nobody spent it before. */
async function worked(solution: string, network: string): Promise<boolean> {
  const solved = await checkSolution(solution, subjectOf(network));
  return solved !== null && (await spendChallenge(db(), solved.key, solved.expiresAt));
}

/**
 * Somebody wants to follow by mail: a letter asks the address whether it does (double opt-in). The answer is the same whether the address
 * follows already or not, so nobody learns what another reads. Throws `invalid` (email, target), `not_found` for an unknown company, `limit_reached`.
 */
export async function followByMail(
  input: { email: string; kind: string; target: string; locale: Locale; network: string; solution: string },
  now: Date,
): Promise<void> {
  const email = readEmail(input.email);
  if (!email) throw new DomainError("invalid", { field: "email", message: "email" });
  const followed = readFollow(input.kind, input.target);
  if (followed.kind === "company" && !(await findCompany(db(), { slug: followed.target }))) throw new DomainError("not_found");
  if (!(await worked(input.solution, input.network)))
    await allowAttempt(db(), ["follow-without-work", input.network], { ...FOLLOW_LIMITS.withoutWork, now });
  await allowAttempt(db(), ["follow-network", input.network], { ...FOLLOW_LIMITS.network, now });
  await allowAttempt(db(), ["follow-address", email], { ...FOLLOW_LIMITS.address, now });
  const token = newLinkToken();
  await db().transaction(async (tx) => {
    const known = await lockFollow(tx, email, followed);
    if (known?.confirmedAt) return;
    const reader = readerOf(email);
    if (!known && (await countFollows(tx, reader)) >= MOST_FOLLOWS) return;
    const expiresAt = new Date(now.getTime() + FOLLOW_CONFIRM_HOURS * 3_600_000);
    const row = { email, reader, locale: input.locale, ...followed, tokenHash: confirmHash(token), expiresAt, toldUntil: now };
    if (!(await putWaitingFollow(tx, row))) return;
    await queueMail(tx, {
      audience: "follower",
      to: email,
      locale: input.locale,
      template: "follow_confirm",
      params: {
        what: await followLabel(tx, input.locale, followed),
        link: `${env().PUBLIC_URL}/${input.locale}/follow/confirm/${token}`,
        hours: FOLLOW_CONFIRM_HOURS,
      },
    });
  });
}

/** What a link of a letter would confirm; null when it is too old, was used, or never was. */
export async function waitingFollow(token: string, now: Date): Promise<FollowTarget | null> {
  const row = await followByToken(db(), confirmHash(token), now);
  return row ? (row as unknown as FollowTarget) : null;
}

/** Confirms, once. Throws `not_found` as `waitingFollow` answers null. */
export async function confirmFollow(token: string, now: Date): Promise<FollowTarget> {
  return db().transaction(async (tx) => {
    const row = await followByToken(tx, confirmHash(token), now);
    if (!row || !(await confirmFollowRow(tx, row.id, confirmHash(`spent ${row.id}`), now))) throw new DomainError("not_found");
    return row as unknown as FollowTarget;
  });
}
