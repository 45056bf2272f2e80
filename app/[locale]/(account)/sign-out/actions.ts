"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { actionLocale } from "@/app/_server/action";
import { sessionCookieName } from "@/app/_server/auth-cookies";
import { currentActor } from "@/app/_server/session";
import { endSession } from "@/services/end-sessions";

/** Ends the session in hand, on the server too, and forgets its cookie. */
export async function signOut(data: FormData): Promise<void> {
  const actor = await currentActor();
  if (actor) await endSession(actor, actor.sessionId);
  (await cookies()).delete(sessionCookieName());
  redirect(`/${await actionLocale(data)}`);
}
