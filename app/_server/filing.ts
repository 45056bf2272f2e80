import { cookies } from "next/headers";
import { cache } from "react";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { type DraftFile, type DraftHolder, openDraft, readDraftToken } from "@/services/draft-file";
import { allowAttempt } from "@/services/limit-attempts";
import { COOKIE_SECONDS, overHttps } from "./auth-cookies";
import { networkOf } from "./network";
import { currentActor } from "./session";

/** The cookie that opens a draft on this device. */
export const DRAFT_COOKIE = "draft";

/** How the draft's cookie is set: not readable by scripts, sent to this site only. */
export const draftCookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", secure: overHttps(), path: "/", maxAge: COOKIE_SECONDS }) as const;

/** Who comes for a draft: the cookie's code, and the account of a consumer who is signed in. Staff file at the desk, not here. */
export async function draftHolder(): Promise<DraftHolder & { email?: string }> {
  const token = readDraftToken((await cookies()).get(DRAFT_COOKIE)?.value ?? "");
  const actor = await currentActor();
  const consumer = actor?.role === "complainant" ? actor : null;
  return { ...(token ? { token } : {}), ...(consumer ? { userId: consumer.userId, email: consumer.email } : {}) };
}

/** The open draft of this device or account, with the portal's time; filed ones are none. Asked once a request. */
export const currentDraft = cache(async (): Promise<{ draft: DraftFile | null; filed: DraftFile | null; now: Date }> => {
  const [holder, now] = await Promise.all([draftHolder(), portalNow(db())]);
  const found = await openDraft(db(), holder, now);
  return found?.row.complaintId ? { draft: null, filed: found, now } : { draft: found, filed: null, now };
});

export async function setDraftCookie(token: string): Promise<void> {
  (await cookies()).set(DRAFT_COOKIE, token, draftCookieOptions());
}

/** Making a draft is free, but not a million times: 200 an hour from one network. Throws `limit_reached`. */
export function allowNewDraft(headers: Headers, now: Date): Promise<void> {
  return allowAttempt(db(), ["new-draft", networkOf(headers)], { max: 200, windowSeconds: 3600, now });
}
