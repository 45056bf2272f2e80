import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { roleHome } from "@/app/_server/role-home";
import { currentActor } from "@/app/_server/session";

/** Leads everyone who has just signed in to where their work begins. */
export default async function SignInDonePage() {
  const actor = await currentActor();
  redirect(`/${await getLocale()}${actor ? roleHome(actor.role) : "/sign-in"}`);
}
