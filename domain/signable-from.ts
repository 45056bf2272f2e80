import type { Side } from "./actors";
import { CLOCKS } from "./clock-table";
import { addDays, type Day } from "./day";
import { addWorkingDays, type WorkCalendar } from "./working-days";

/** A draft that is out, as far as signing depends on it. */
export interface DraftOut {
  readonly sentOn: Day;
  readonly servedOn: Day | null;
  readonly replied: boolean;
  readonly commented: readonly Side[];
}

/** The first day on which a draft may be signed if nobody says more: the conditions of signing (Rules §3) turned into a day. */
export function signableFrom(draft: DraftOut, calendar: WorkCalendar): Day {
  const silent = !draft.replied && !draft.commented.includes("company");
  const reply = silent && draft.servedOn ? addWorkingDays(draft.servedOn, CLOCKS.company_reply.length, calendar).due : null;
  const comments = draft.commented.length < 2 ? addWorkingDays(draft.sentOn, CLOCKS.draft_comments.length, calendar).due : null;
  const last = [reply, comments]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  return last ? addDays(last, 1) : draft.sentOn;
}
