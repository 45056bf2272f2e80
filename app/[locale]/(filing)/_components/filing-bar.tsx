import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { portalToday } from "@/app/_server/today";
import { AskBar } from "@/components/ui/ask-bar";
import { DemoClock } from "../../_components/demo-clock";

/** Head of every filing page, with the demo's clock above it where there is one. */
export async function FilingBar({ aside }: { aside?: ReactNode }) {
  const today = await portalToday(await getLocale());
  return <AskBar aside={aside} notice={today.demo ? <DemoClock now={today.now} /> : undefined} />;
}
