import { getLocale, getTranslations } from "next-intl/server";
import { ClockRows } from "@/components/case/clock-pair";
import { Section } from "@/components/ui/page";
import { readDb } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import type { PublishedRuling } from "@/db/queries/public-record";
import { type PublishedClock, shownClock } from "@/domain/publication/clocks";

/** Whether the authority and the company each kept their time. */
export async function RulingClocks({ ruling }: { ruling: PublishedRuling }) {
  const t = await getTranslations("ruling");
  const calendar = await loadCalendar(readDb(), await getLocale());
  const clocks = ruling.clocks as PublishedClock[];
  return (
    <Section title={t("clocks")} note={t("clocksNote")}>
      <ClockRows items={clocks.map((c) => ({ clock: shownClock(c, calendar) }))} />
    </Section>
  );
}
