import { CHANNELS } from "./case-events";
import { isClauseId } from "./clauses";
import { SECTORS } from "./company-register";
import { type Day, isDay } from "./day";
import { isState, type State } from "./procedure";
import { isWait, type Wait } from "./waiting";

/** Views of the queue: my own cases, all that something is owed in, every case ever, those overdue. */
export const DESK_VIEWS = ["mine", "team", "all", "overdue"] as const;
export type DeskView = (typeof DESK_VIEWS)[number];

/** Groups of the queue by what is left, in their order. `soon`: within two working days. */
export const DEADLINE_GROUPS = ["overdue", "today", "soon", "later", "paused"] as const;
export type DeadlineGroup = (typeof DEADLINE_GROUPS)[number];

/** What kinds of file a case holds; `none`: no file. */
export const QUEUE_EVIDENCE = ["image", "audio", "video", "pdf", "text", "none"] as const;
export type QueueEvidence = (typeof QUEUE_EVIDENCE)[number];

/** Groups that are put through first (RULES §1, B3). */
export const QUEUE_GROUPS = ["senior", "disabled"] as const;
export type QueueGroup = (typeof QUEUE_GROUPS)[number];

/** What narrows the queue. `officer` and `company` are ids; "none": unassigned, not bound to the register. */
export interface QueueFilter {
  readonly q?: string;
  readonly deadline?: DeadlineGroup;
  readonly wait?: Wait;
  readonly state?: State;
  readonly clause?: string;
  readonly evidence?: QueueEvidence;
  readonly officer?: string;
  readonly company?: string;
  readonly sector?: string;
  readonly channel?: string;
  readonly group?: QueueGroup | "none";
  /** Only what falls due on this day. */
  readonly due?: Day;
}
export const QUEUE_FACETS = [
  "deadline",
  "wait",
  "clause",
  "evidence",
  "officer",
  "state",
  "company",
  "sector",
  "channel",
  "group",
] as const;
export type QueueFacet = (typeof QUEUE_FACETS)[number];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const idOrNone = (value: string) => value === "none" || UUID.test(value);
const orNone = (values: readonly string[]) => (value: string) => value === "none" || values.includes(value);
const among = (values: readonly string[]) => (value: string) => values.includes(value);

const FITS: Readonly<Record<QueueFacet, (value: string) => boolean>> = {
  deadline: among(DEADLINE_GROUPS),
  wait: isWait,
  clause: isClauseId,
  evidence: among(QUEUE_EVIDENCE),
  officer: idOrNone,
  state: isState,
  company: idOrNone,
  sector: orNone(SECTORS),
  channel: orNone(CHANNELS),
  group: orNone(QUEUE_GROUPS),
};

/** The filter an address asks for; what is not understood is left out. */
export function readQueueFilter(query: Readonly<Record<string, string | string[] | undefined>>): QueueFilter {
  const filter: Record<string, string> = {};
  for (const facet of QUEUE_FACETS) {
    const value = query[facet];
    if (typeof value === "string" && FITS[facet](value)) filter[facet] = value;
  }
  if (typeof query.due === "string" && isDay(query.due)) filter.due = query.due;
  if (typeof query.q === "string" && query.q.trim() !== "") filter.q = query.q.trim().slice(0, 100);
  return filter;
}

export function isDeskView(value: string): value is DeskView {
  return (DESK_VIEWS as readonly string[]).includes(value);
}
