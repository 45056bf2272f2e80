import { addDays, type Day, daysBetween, earlierDay, laterDay, weekday } from "../day";
import { type ReportDataset, within } from "./dataset";
import { distinctComplaints } from "./distinct";
import { type Column, makeFigure, type Row } from "./figure";
import { toSix } from "./shares";

const COLUMNS = [
  { name: "week", type: "day" },
  { name: "channel", type: "code", values: "channels" },
  { name: "n", type: "integer", unit: "cases" },
  { name: "daysInPeriod", type: "integer", unit: "days" },
] as const satisfies readonly Column[];

/** F1 inflow: distinct complaints received per week (Monday to Sunday), by channel. The first and last week may be cut. */
export function inflow(dataset: ReportDataset) {
  const distinct = distinctComplaints(dataset.complaints);
  const received = distinct.filter((complaint) => within(complaint.receivedOn, dataset.period));
  const seen = received.map((complaint) => complaint.channel ?? "unknown");
  const channels = [...new Set([...dataset.channels, ...[...seen].sort()])];
  const counts = new Map<string, number>();
  for (const complaint of received) {
    const key = `${mondayOf(complaint.receivedOn)} ${complaint.channel ?? "unknown"}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows: Row<typeof COLUMNS>[] = [];
  for (let week = mondayOf(dataset.period.from); week <= dataset.period.to; week = addDays(week, 7)) {
    const last = earlierDay(addDays(week, 6), dataset.period.to);
    const daysInPeriod = daysBetween(laterDay(week, dataset.period.from), last) + 1;
    for (const channel of channels) rows.push({ week, channel, n: counts.get(`${week} ${channel}`) ?? 0, daysInPeriod });
  }
  const { previousPeriod } = dataset;
  const before = previousPeriod && distinct.filter((complaint) => within(complaint.receivedOn, previousPeriod)).length;
  return makeFigure(dataset, {
    id: "F1",
    unit: "cases",
    columns: COLUMNS,
    rows,
    headline: { received: received.length, previous: before, change: before ? toSix(received.length / before - 1) : null },
    counts: {
      distinct: received.length,
      filed: dataset.complaints.filter((one) => within(one.receivedOn, dataset.period)).length,
    },
  });
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}
