import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { currentActor } from "@/app/_server/session";
import { portalToday } from "@/app/_server/today";
import { Footer } from "@/components/ui/footer";
import { Masthead } from "@/components/ui/masthead";
import { DemoClock } from "../_components/demo-clock";

export const dynamic = "force-dynamic";

/** Signing in, invitations, one's own account. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const [today, actor] = await Promise.all([portalToday(await getLocale()), currentActor()]);
  return (
    <>
      <Masthead
        today={today}
        notice={today.demo ? <DemoClock now={today.now} /> : undefined}
        {...(actor ? { person: { name: actor.name, href: "/account" } } : {})}
      />
      {children}
      <Footer fictional={today.demo} />
    </>
  );
}
