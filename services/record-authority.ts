import type { Database } from "@/db/client";
import { ledgersOf, putDuties, uncountedCases } from "@/db/queries/authority-record";
import { loadCalendar } from "@/db/queries/calendar";
import { authorityDuties } from "@/domain/authority-record";
import { lapse } from "@/domain/clocks";
import { addDays, type Day, dayOf, type Instant } from "@/domain/day";
import { applyEvent, replay } from "@/domain/replay";

const BATCH = 1_000;

/**
 * Counts what the authority owed in every case that has changed since it was last counted, up to the last full day before `now` (RULES §4: a deadline
 * ends at 24:00 of its day). Each batch stands by itself, so a killed run goes on where it was. Answers how many cases were counted.
 */
export async function recordAuthority(db: Database, now: Instant): Promise<number> {
  const asOf = addDays(dayOf(now), -1);
  const calendar = await loadCalendar(db);
  let counted = 0;
  for (let after: string | null = null; ; ) {
    const cases = await db.transaction(async (tx) => {
      const found = await uncountedCases(tx, asOf, after, BATCH);
      if (found.length === 0) return found;
      const ledgers = await ledgersOf(
        tx,
        found.map((one) => one.id),
      );
      await putDuties(
        tx,
        found.map((one) => ({ ...one, duties: dutiesOf(ledgers.get(one.id) ?? [], calendar, asOf) })),
      );
      return found;
    });
    counted += cases.length;
    if (cases.length < BATCH) return counted;
    after = cases.at(-1)?.id ?? null;
  }
}

function dutiesOf(events: Parameters<typeof replay>[0], calendar: Parameters<typeof lapse>[1], asOf: Day) {
  if (events.length === 0) return [];
  const told = replay(events);
  const led = lapse(told, calendar, addDays(asOf, 1)).reduce((state, event) => applyEvent(state, event), told);
  return authorityDuties(led, calendar, asOf);
}
