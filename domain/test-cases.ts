import type { EventActor } from "./case-events";
import { type CaseEvent, type CaseEventInput, makeEvent } from "./case-events";
import type { CaseSnapshot } from "./case-state";
import { type Day, startOfDay } from "./day";
import { applyEvent, replay } from "./replay";

/** Fictional people and ids for the tests of the procedure. */
export const WHO = {
  complainant: { role: "complainant", userId: "u-wang" },
  company: { role: "company", userId: "u-luting" },
  officer: { role: "officer", userId: "o-zhou" },
  second: { role: "officer", userId: "o-lin" },
  supervisor: { role: "supervisor", userId: "s-he" },
  system: { role: "system" },
} as const satisfies Record<string, EventActor>;

/** `hour` o'clock of a day in Asia/Shanghai. */
export function at(day: Day, hour = 10): Date {
  return new Date(startOfDay(day).getTime() + hour * 3_600_000);
}

export function event(who: keyof typeof WHO, when: Day | Date, input: CaseEventInput): CaseEvent {
  return makeEvent(input, WHO[who], typeof when === "string" ? at(when) : when);
}

export const filed = (when: Day | Date) =>
  event("complainant", when, { type: "submitted", data: { channel: "phone", origin: "receipt" } });
export const accepted = (when: Day | Date) => event("officer", when, { type: "accepted", data: {} });
export const bound = (when: Day | Date) => event("officer", when, { type: "company_bound", data: { companyId: "c-luting" } });
export const served = (when: Day | Date) =>
  event("officer", when, { type: "served", data: { method: "account", companyId: "c-luting" } });
export const replied = (when: Day | Date) => event("company", when, { type: "company_replied", data: { replyId: "r-1" } });
export const drafted = (when: Day | Date) => event("officer", when, { type: "ruling_drafted", data: { rulingId: "g-1" } });
export const draftSent = (when: Day | Date) => event("officer", when, { type: "draft_sent", data: {} });
export const signed = (when: Day | Date, upheld: string[] = ["f-1"]) =>
  event("supervisor", when, { type: "ruling_signed", data: { rulingId: "g-1", number: "2026-0001", upheld } });

/** An accepted case with its company served, replied and ruled, on the days given. */
export function ruledCase(days: { filed: Day; accepted: Day; served: Day; sent: Day; signed: Day }): CaseEvent[] {
  return [
    filed(days.filed),
    accepted(days.accepted),
    bound(days.served),
    served(days.served),
    replied(days.served),
    drafted(days.sent),
    draftSent(days.sent),
    signed(days.signed),
  ];
}

export function caseOf(...events: CaseEvent[]): CaseSnapshot {
  return replay(events);
}

export function withEvents(snapshot: CaseSnapshot, ...events: CaseEvent[]): CaseSnapshot {
  return events.reduce<CaseSnapshot>((s, e) => applyEvent(s, e), snapshot);
}
