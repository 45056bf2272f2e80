import type { CaseEvent } from "./case-events";
import type { CaseSnapshot, Rectification } from "./case-state";
import type { Day } from "./day";

type RectificationEvent = Extract<CaseEvent, { type: `rectification_${string}` }>;

export function isRectificationEvent(event: CaseEvent): event is RectificationEvent {
  return event.type.startsWith("rectification_");
}

/** A report that waits for the desk: newer than the last rejection. */
export function openReport(r: Rectification): Rectification["reports"][number] | null {
  const report = r.reports.at(-1);
  return report && r.acceptedAt === null && r.reports.length > r.rejections.length ? report : null;
}

/** Folds an event of one finding's rectification (Rules §3): ordered → reported → accepted | rejected → reported … */
export function applyRectification(
  event: RectificationEvent,
  s: CaseSnapshot,
  day: Day,
  must: (holds: boolean) => void,
): Pick<CaseSnapshot, "rectifications"> {
  const { at, type } = event;
  const { findingId } = event.data;
  const current = s.rectifications.find((r) => r.findingId === findingId);
  if (type === "rectification_ordered") {
    must(current === undefined && s.upheld.includes(findingId));
    const ordered: Rectification = {
      findingId,
      orderedAt: at,
      orderedOn: s.finalOn ?? day,
      reports: [],
      rejections: [],
      acceptedAt: null,
      overdueAt: null,
      confirmedAt: null,
      disputedAt: null,
    };
    return { rectifications: [...s.rectifications, ordered] };
  }
  must(current !== undefined);
  if (!current) return { rectifications: s.rectifications };
  const change = (): Partial<Rectification> => {
    switch (type) {
      case "rectification_reported":
        must(current.acceptedAt === null && openReport(current) === null);
        return { reports: [...current.reports, { reportId: event.data.reportId, at }] };
      case "rectification_accepted":
        must(openReport(current) !== null);
        return { acceptedAt: at };
      case "rectification_rejected":
        must(openReport(current) !== null);
        return { rejections: [...current.rejections, { at }] };
      case "rectification_overdue":
        must(current.acceptedAt === null && current.overdueAt === null);
        return { overdueAt: at };
      case "rectification_confirmed":
        must(current.reports.length > 0);
        return { confirmedAt: at, disputedAt: null };
      case "rectification_disputed":
        must(current.reports.length > 0);
        return { disputedAt: at, confirmedAt: null };
    }
  };
  const changed = { ...current, ...change() };
  return { rectifications: s.rectifications.map((r) => (r === current ? changed : r)) };
}
