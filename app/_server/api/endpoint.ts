import { z } from "zod";
import type { Tx } from "@/db/client";
import type { Key, Page } from "@/db/queries/open-data/page";
import type { Day } from "@/domain/day";
import type { Locale } from "@/platform/i18n/routing";

/** A parameter that only a look at the others, or at the calendar, shows to be wrong. */
export class WrongParameter extends Error {
  constructor(
    readonly parameter: string,
    readonly detail: string,
  ) {
    super(parameter);
  }
}

export interface Asked<Q, P> {
  readonly query: Q;
  readonly params: P;
  readonly tx: Tx;
  readonly now: Date;
  readonly today: Day;
  /** Address of the portal without a slash at the end. */
  readonly base: string;
  readonly limit: number;
  readonly after: Key | null;
  /** What Accept-Language prefers. */
  readonly language: Locale;
}

/** One address of the open data: what may be asked, what comes back. The wrapper, the OpenAPI file and the page read it. */
export interface Endpoint {
  /** Below /api/v1, as OpenAPI writes it: "/rulings/{number}". */
  readonly path: `/${string}`;
  /** Name in OpenAPI and key of its words (messages openData.endpoints). */
  readonly id: string;
  readonly kind: "list" | "one";
  readonly params: z.ZodObject;
  /** Filters of its own; the wrapper adds limit, cursor and format. */
  readonly query: z.ZodObject;
  readonly record: z.ZodObject;
  /** Parameters that may be given several times: the load is given a list of them. */
  readonly repeats?: readonly string[];
  /** The answer has words: it varies with Accept-Language. */
  readonly speaks?: boolean;
  /** A query that has an answer, for "try it". */
  readonly example?: string;
  /** Seconds for which an answer may be taken from a cache. */
  readonly fresh: number;
  // biome-ignore lint/suspicious/noExplicitAny: the maker below ties it to the schemas
  readonly load: (asked: Asked<any, any>) => Promise<any>;
}

const none = z.object({});
export const PAGE_SIZE = { usual: 50, most: 200 } as const;

export const formatField = z.enum(["json", "csv"]).default("json");
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(PAGE_SIZE.most).default(PAGE_SIZE.usual),
  cursor: z.string().min(1).max(600).optional(),
});

type ListParts<Q extends z.ZodObject, R extends z.ZodObject> = {
  path: Endpoint["path"];
  id: string;
  query?: Q;
  record: R;
  fresh?: number;
  load: (asked: Asked<z.output<Q>, unknown>) => Promise<Page<z.input<R>>>;
};
export function list<R extends z.ZodObject, Q extends z.ZodObject = typeof none>(parts: ListParts<Q, R>): Endpoint {
  return { kind: "list", params: none, fresh: 60, ...parts, query: parts.query ?? none };
}

type OneParts<Q extends z.ZodObject, P extends z.ZodObject, R extends z.ZodObject> = {
  path: Endpoint["path"];
  id: string;
  params?: P;
  query?: Q;
  record: R;
  fresh?: number;
  repeats?: readonly string[];
  speaks?: boolean;
  example?: string;
  load: (asked: Asked<z.output<Q>, z.output<P>>) => Promise<z.input<R> | null>;
};
export function one<R extends z.ZodObject, P extends z.ZodObject = typeof none, Q extends z.ZodObject = typeof none>(
  parts: OneParts<Q, P, R>,
): Endpoint {
  return { kind: "one", fresh: 60, ...parts, params: parts.params ?? none, query: parts.query ?? none };
}
