import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { portalToday } from "@/app/_server/today";
import { Footer } from "@/components/ui/footer";
import { Masthead } from "@/components/ui/masthead";
import { DemoClock } from "../_components/demo-clock";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const today = await portalToday(await getLocale());
  return (
    <>
      <Masthead today={today} notice={today.demo ? <DemoClock now={today.now} /> : undefined} />
      {children}
      <Footer fictional={today.demo} />
    </>
  );
}
