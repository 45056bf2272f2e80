import { type ComplaintFact, type RecordRequestFact, type ReportDataset, within } from "./dataset";
import { type Column, makeFigure, type Row } from "./figure";
import { sectorAxis, sectorOf } from "./sector-axis";
import { share } from "./shares";

const COLUMNS = [
  { name: "scope", type: "code", values: "figures.values.scope" },
  { name: "sector", type: "code" },
  { name: "due", type: "integer", unit: "requests" },
  { name: "inTime", type: "integer", unit: "requests" },
  { name: "late", type: "integer", unit: "requests" },
  { name: "missing", type: "integer", unit: "requests" },
  { name: "inTimeShare", type: "share" },
] as const satisfies readonly Column[];

type Due = Pick<ComplaintFact, "sector"> & { readonly request: RecordRequestFact };

/**
 * F13 records: of the requests for one's own service records that fell due in the period, the share the company answered within 3 working days
 * (D1.4); a case that ends meanwhile does not end the duty.
 */
export function recordsAnswered(dataset: ReportDataset) {
  const due = dataset.complaints
    .flatMap(({ sector, recordRequests }) => recordRequests.map((request): Due => ({ sector, request })))
    .filter(({ request }) => within(request.dueOn, dataset.period) && request.dueOn <= dataset.frozenOn);
  const all = rowOf("portal", null, due);
  const rows = sectorAxis(dataset, due).map((sector) =>
    rowOf(
      "sector",
      sector,
      due.filter((one) => sectorOf(one) === sector),
    ),
  );
  return makeFigure(dataset, {
    id: "F13",
    unit: "requests",
    columns: COLUMNS,
    rows: [all, ...rows],
    headline: { inTime: all.inTimeShare },
    counts: { due: all.due, inTime: all.inTime, missing: all.missing },
  });
}

function rowOf(scope: string, sector: string | null, due: readonly Due[]) {
  const inTime = due.filter(({ request }) => request.deliveredOn !== null && request.deliveredOn <= request.dueOn).length;
  const missing = due.filter(({ request }) => request.deliveredOn === null).length;
  return {
    scope,
    sector,
    due: due.length,
    inTime,
    late: due.length - inTime - missing,
    missing,
    inTimeShare: share(inTime, due.length),
  } satisfies Row<typeof COLUMNS>;
}
