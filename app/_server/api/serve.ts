import type { z } from "zod";
import { isDatabaseGone } from "@/app/_server/faults";
import { hashOf, OPEN, problem } from "@/app/_server/open-data";
import { readDb } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import type { Page } from "@/db/queries/open-data/page";
import { dayOf } from "@/domain/day";
import { recordsAsCsv } from "@/domain/open-data/flatten";
import { env } from "@/platform/env";
import { errorFields, log } from "@/platform/log";
import { readCursor, writeCursor } from "./cursor";
import { type Endpoint, formatField, pageQuery, WrongParameter } from "./endpoint";
import { preferredLanguage } from "./language";
import { countRequest, READ_LIMIT, readerOf } from "./limit";

type Context = { params: Promise<Record<string, string>> };
type Handler = (request: Request, context: Context) => Promise<Response>;

/** What was wrong with a request, one entry a parameter (RFC 9457, "errors"). */
interface Fault {
  readonly parameter: string;
  readonly detail: string;
}
class Refused extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly errors?: readonly Fault[],
  ) {
    super(title);
  }
}

/**
 * The handlers of one address of open data, for its route.ts: limit, parameters, the page, JSON or CSV, validators. Every refusal is a
 * problem of RFC 9457; what is not allowed is answered, not left to the framework.
 */
export function serve(endpoint: Endpoint): Record<"GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "PATCH" | "DELETE", Handler> {
  const GET: Handler = (request, context) => answer(endpoint, request, context);
  const HEAD: Handler = async (request, context) => {
    const full = await answer(endpoint, request, context);
    return new Response(null, { status: full.status, headers: full.headers });
  };
  return { GET, HEAD, OPTIONS, POST: wrongMethod, PUT: wrongMethod, PATCH: wrongMethod, DELETE: wrongMethod };
}

const ALLOWED = "GET, HEAD, OPTIONS";
const OPTIONS: Handler = async () =>
  new Response(null, {
    status: 204,
    headers: {
      ...OPEN,
      allow: ALLOWED,
      "access-control-allow-methods": ALLOWED,
      "access-control-allow-headers": "if-none-match",
      "access-control-max-age": "86400",
    },
  });
const wrongMethod: Handler = async () =>
  problem(405, "Method not allowed", `This address is read only. Allowed: ${ALLOWED}.`, { allow: ALLOWED });

async function answer(endpoint: Endpoint, request: Request, context: Context): Promise<Response> {
  const { allowed, headers } = countRequest(READ_LIMIT, readerOf(request), Date.now());
  if (!allowed)
    return problem(429, "Too many requests", `${READ_LIMIT.quota} requests a minute from one network are allowed.`, headers);
  try {
    return await found(endpoint, request, await context.params, headers);
  } catch (error) {
    if (error instanceof WrongParameter) {
      const { parameter, detail } = error;
      return problem(400, "Wrong parameter", `${parameter}: ${detail}`, headers, { errors: [{ parameter, detail }] });
    }
    if (error instanceof Refused)
      return problem(error.status, error.title, error.detail, headers, error.errors ? { errors: error.errors } : {});
    log("error", "open_data.failed", { endpoint: endpoint.id, ...errorFields(error) });
    return isDatabaseGone(error)
      ? problem(503, "Not available", "The record cannot be read at the moment.", { ...headers, "retry-after": "30" })
      : problem(500, "Internal error", "Something went wrong here. It has been recorded.", headers);
  }
}

async function found(
  endpoint: Endpoint,
  request: Request,
  rawParams: Record<string, string> | undefined,
  limitHeaders: Record<string, string>,
): Promise<Response> {
  const asked = readQuery(endpoint, new URL(request.url), request.headers.get("accept") ?? "");
  const params = endpoint.params.safeParse(rawParams ?? {});
  if (!params.success) throw notThere();
  const tx = readDb();
  const now = await portalNow(tx);
  const { format, limit, after, scope, filters } = asked;
  const base = env().PUBLIC_URL;
  const input = {
    query: filters,
    params: params.data,
    tx,
    now,
    today: dayOf(now),
    base,
    limit,
    after,
    language: preferredLanguage(request),
  };
  const headers: Record<string, string> = { vary: endpoint.speaks ? "accept, accept-language" : "accept", ...limitHeaders };
  let body: string;
  if (endpoint.kind === "list") {
    const page = (await endpoint.load(input)) as Page<unknown>;
    const items = page.items.map((item) => endpoint.record.parse(item));
    const next = page.next && nextAddress(request, base, writeCursor(scope, page.next));
    if (next) headers.link = `<${next}>; rel="next"`;
    body = format === "csv" ? recordsAsCsv(endpoint.record, items) : `${JSON.stringify({ data: items, next })}\n`;
  } else {
    const record = (await endpoint.load(input)) as unknown;
    if (record === null) throw notThere();
    const clean = endpoint.record.parse(record);
    body = format === "csv" ? recordsAsCsv(endpoint.record, [clean]) : `${JSON.stringify(clean)}\n`;
  }
  return validated(request, body, format, endpoint, headers);
}

const notThere = () => new Refused(404, "Not found", "There is nothing published at this address.");

function validated(
  request: Request,
  body: string,
  format: "json" | "csv",
  endpoint: Endpoint,
  more: Record<string, string>,
): Response {
  const sha256 = hashOf(body);
  const etag = `"${sha256.slice(0, 32)}"`;
  const headers = {
    ...OPEN,
    ...more,
    etag,
    "cache-control": `public, max-age=${endpoint.fresh}, stale-while-revalidate=600`,
  };
  const known = (request.headers.get("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  if (known.includes(etag) || known.includes("*")) return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: {
      ...headers,
      "content-type": format === "csv" ? "text/csv; charset=utf-8; header=present" : "application/json; charset=utf-8",
      ...(format === "csv" ? { "content-disposition": `attachment; filename="answered-${endpoint.id}.csv"` } : {}),
    },
  });
}

function nextAddress(request: Request, base: string, cursor: string): string {
  const url = new URL(request.url);
  url.searchParams.set("cursor", cursor);
  return `${base}${url.pathname}?${url.searchParams}`;
}

const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ parameter: key.slice(0, 80), detail: "There is no such parameter here." }))
      : [{ parameter: String(issue.path[0] ?? ""), detail: issue.message }],
  );

/** The parameters of a request, each at most once and none unknown: a filter that is not understood must not be passed over in silence. */
function readQuery(endpoint: Endpoint, url: URL, accept: string) {
  const raw: Record<string, string> = {};
  const lists: Record<string, string[]> = {};
  const faults: Fault[] = [];
  for (const [key, value] of url.searchParams) {
    if (endpoint.repeats?.includes(key)) {
      lists[key] = [...(lists[key] ?? []), value];
      continue;
    }
    if (Object.hasOwn(raw, key)) faults.push({ parameter: key.slice(0, 80), detail: "Given more than once." });
    raw[key] = value;
  }
  const { limit: _l, cursor: _c, format: _f, ...rest } = raw;
  const filters = endpoint.query.strict().safeParse({ ...rest, ...lists });
  const paging = pageQuery.safeParse(endpoint.kind === "list" ? raw : {});
  const format = formatField.safeParse(raw.format ?? (/^\s*text\/csv\b/i.test(accept) ? "csv" : "json"));
  for (const part of [filters, paging]) if (!part.success) faults.push(...faultsOf(part.error));
  if (!format.success) faults.push({ parameter: "format", detail: "json or csv" });
  if (endpoint.kind === "one")
    for (const key of ["limit", "cursor"])
      if (key in raw) faults.push({ parameter: key, detail: "There is no such parameter here." });
  const scope = JSON.stringify([endpoint.id, Object.entries(rest).sort()]);
  const after = raw.cursor !== undefined && paging.success ? readCursor(scope, raw.cursor) : null;
  if (raw.cursor !== undefined && paging.success && !after && endpoint.kind === "list")
    faults.push({ parameter: "cursor", detail: "Not a cursor of this list with these filters." });
  if (faults.length > 0 || !filters.success || !paging.success || !format.success)
    throw new Refused(400, "Wrong parameter", faults.map((f) => `${f.parameter}: ${f.detail}`).join(" "), faults);
  return { filters: filters.data, limit: paging.data.limit, after, scope, format: format.data };
}
