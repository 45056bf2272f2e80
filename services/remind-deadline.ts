import type { Tx } from "@/db/client";
import type { EventData } from "@/domain/case-events";
import { CLOCKS, type ClockRule, caseClocks, ESCALATED_AT } from "@/domain/clocks";
import { dayOf } from "@/domain/day";
import type { CaseFile } from "./case-file";
import { type Audience, notifyParties } from "./notify-parties";

type Reminded = EventData<"deadline_reminded">;

/** Who a clock binds, of those who still owe something. An unassigned case has nobody to write to: the queue shows it. */
function bound({ row, snapshot }: CaseFile, rule: ClockRule): Audience[] {
  switch (rule.binds) {
    case "regulator":
      return row.officerId ? ["officer"] : [];
    case "complainant":
      return ["complainant"];
    case "company":
      return ["company"];
    case "both_sides":
      return (["complainant", "company"] as const).filter((side) => !snapshot.commented.includes(side));
  }
}

/** Letters of a reminder: to whom the clock binds; decisions and reviews go up to the supervisors at 10, 5 and 2 days (RULES §4). */
export async function remind(tx: Tx, file: CaseFile, { clock, daysLeft, subject }: Reminded): Promise<void> {
  const pause = file.snapshot.pauses.find((p) => p.id === subject);
  if (pause) {
    const audiences: Audience[] = file.row.officerId ? ["officer"] : ["supervisor"];
    return notifyParties(tx, file, "pause_to_look_at", audiences, { days: daysLeft * 30 });
  }
  const running = caseClocks(file.snapshot, file.calendar, dayOf(file.snapshot.lastEventAt)).find(
    (c) => c.clock === clock && c.subject === subject,
  );
  if (!running) return;
  const rule: ClockRule = CLOCKS[clock];
  const escalates = rule.whenOut === "overdue" && rule.per === "case" && ESCALATED_AT.includes(daysLeft);
  const audiences: Audience[] = [...bound(file, rule), ...(escalates ? (["supervisor"] as const) : [])];
  await notifyParties(tx, file, "reminded", audiences, { clock, days: running.daysLeft, due: running.due });
}
