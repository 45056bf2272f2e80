import { addMonthsCalendar, type Day } from "../day";
import { SCORE_RULE } from "./rule";

/**
 * Whether an incident recurs: the same clause, after an accepted rectification and within 12 calendar months of it (Rules §6).
 * Asked once, at ruling, of what was accepted by then; the answer is stored with the finding.
 * @param accepted rectifications of the same company
 */
export function recursAtRuling(
  incident: { readonly clause: string; readonly on: Day },
  accepted: readonly { readonly clause: string; readonly acceptedOn: Day }[],
): boolean {
  return accepted.some(
    (earlier) =>
      earlier.clause === incident.clause &&
      earlier.acceptedOn < incident.on &&
      incident.on <= addMonthsCalendar(earlier.acceptedOn, SCORE_RULE.recurrenceMonths),
  );
}

/** The month that makes a unit with company and complainant: "2026-09", of the incident, else of filing. */
export function unitMonth(occurredOn: Day | null, filedOn: Day): string {
  return (occurredOn ?? filedOn).slice(0, 7);
}
