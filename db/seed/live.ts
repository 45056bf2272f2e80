import type { EventActor } from "@/domain/case-events";
import { type CaseEvent, type CaseEventInput, makeEvent } from "@/domain/case-events";
import type { CaseSnapshot } from "@/domain/case-state";
import { lapse } from "@/domain/clocks";
import { addDays, type Day, dayOf, earlierDay, type Instant, startOfDay } from "@/domain/day";
import { applyEvent } from "@/domain/replay";
import { addWorkingDays, type WorkCalendar } from "@/domain/working-days";
import type { Random } from "./random";

/** Lives a case forward through the domain: people's acts at their times, the clocks' acts when they are due, nothing after `now`. */
export class Life {
  readonly events: CaseEvent[] = [];
  private current: CaseSnapshot | null = null;

  constructor(
    private readonly calendar: WorkCalendar,
    private readonly now: Instant,
    private readonly rng: Random,
  ) {}

  get snapshot(): CaseSnapshot {
    if (!this.current) throw new Error("the case has not begun");
    return this.current;
  }

  private push(event: CaseEvent): void {
    this.current = applyEvent(this.current, event);
    this.events.push(event);
  }

  private catchUp(today: Day): void {
    if (this.current) for (const event of lapse(this.current, this.calendar, today)) this.push(event);
  }

  /** A moment in office hours, `days` working days after a day. */
  workday(from: Day | Instant, days: number): Instant {
    const day = typeof from === "string" ? from : dayOf(from);
    const on = days === 0 ? day : addWorkingDays(day, days, this.calendar).due;
    return new Date(startOfDay(on).getTime() + this.rng.int(9 * 60 + 5, 17 * 60 + 40) * 60_000 + this.rng.int(0, 59_000));
  }

  /** Any moment of waking hours, `days` calendar days after a day. */
  waking(from: Day, days = 0): Instant {
    return new Date(startOfDay(addDays(from, days)).getTime() + this.rng.int(7 * 60, 23 * 60) * 60_000 + this.rng.int(0, 59_000));
  }

  /** Somebody acts at `at`; false when that lies ahead of now or the clocks have led elsewhere by then. */
  act(at: Instant, actor: EventActor, ...inputs: CaseEventInput[]): boolean {
    if (at > this.now) return false;
    this.catchUp(dayOf(at));
    const last = this.events.at(-1)?.at;
    const moment = last && last > at ? new Date(last.getTime() + 60_000) : at;
    if (moment > this.now) return false;
    for (const input of inputs) this.push(makeEvent(input, actor, moment));
    return true;
  }

  /** The clocks up to now. */
  rest(): void {
    this.catchUp(dayOf(this.now));
  }

  /** The clocks up to the beginning of a day, or up to now when that is earlier. */
  restUntil(day: Day): void {
    this.catchUp(earlierDay(day, dayOf(this.now)));
  }

  is(state: CaseSnapshot["state"]): boolean {
    return this.current?.state === state;
  }
}
