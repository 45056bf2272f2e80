import { type AskedPause, answerDeadline, readPause, readStart } from "@/domain/asked-deadline";
import { CLOCK_NAMES, type ClockName, type Deadline, PAUSE_REASONS } from "@/domain/clocks";
import { type Day, dayOf, isDay } from "@/domain/day";
import { isDomainError } from "@/domain/errors";
import type { WorkCalendar } from "@/domain/working-days";

/** What was typed, as it was typed. */
export interface Asked {
  readonly clock: ClockName;
  readonly start: string;
  readonly pauses: readonly { from: string; to: string; reason: string }[];
}
/** `id` of the field, and the message (deadlines.error). */
export interface AskedError {
  readonly id: string;
  readonly message: string;
}
export const PAUSE_ROWS = 2;

type Query = Record<string, string | string[] | undefined>;
const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim().slice(0, 60) ?? "";

function pausesOf(query: Query): Asked["pauses"] {
  const given = [query.pause].flat().flatMap((text) => {
    const pause = text ? readPause(text) : null;
    return pause ? [{ from: pause.from, to: pause.to, reason: pause.reason ?? "" }] : [];
  });
  const typed = Array.from({ length: PAUSE_ROWS }, (_, i) => ({
    from: first(query[`from${i}`]),
    to: first(query[`to${i}`]),
    reason: first(query[`reason${i}`]),
  })).filter((p) => p.from !== "" || p.to !== "");
  return [...given, ...typed].slice(0, 20);
}

/** Reads the form or the address of the interface, and counts. Nothing asked yet: an acceptance that begins today. */
export function readAsked(
  query: Query,
  calendar: WorkCalendar,
  today: Day,
): { asked: Asked; deadline: Deadline | null; errors: AskedError[] } {
  const named = first(query.clock);
  const clock = CLOCK_NAMES.find((name) => name === named) ?? "acceptance";
  // A plus that was not encoded arrives as a space.
  const start = (first(query.start) || today).replace(/ (\d{2}:\d{2})$/, "+$1");
  const asked: Asked = { clock, start, pauses: pausesOf(query) };
  const errors: AskedError[] = [];
  const at = readStart(start);
  if (at === null) errors.push({ id: "start", message: "date" });
  const pauses = asked.pauses.flatMap((p, i): AskedPause[] => {
    if (isDay(p.from) && isDay(p.to))
      return [{ from: p.from, to: p.to, reason: PAUSE_REASONS.find((r) => r === p.reason) ?? null }];
    errors.push({ id: isDay(p.from) ? `to${i}` : `from${i}`, message: "date" });
    return [];
  });
  if (at === null || errors.length > 0) return { asked, deadline: null, errors };
  try {
    return { asked, deadline: answerDeadline({ clock, start: at, pauses }, calendar, today), errors };
  } catch (error) {
    if (!isDomainError(error) || error.code !== "invalid") throw error;
    const message = String(error.details.message ?? "date");
    return { asked, deadline: null, errors: [{ id: error.details.field === "start" ? "start" : "from0", message }] };
  }
}

/** The day of a start for a date field. */
export function startDay(start: string): string {
  const at = readStart(start);
  return at === null ? start : typeof at === "string" ? at : dayOf(at);
}
