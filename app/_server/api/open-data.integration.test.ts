import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import SwaggerParser from "@apidevtools/swagger-parser";
import fc from "fast-check";
import { createTranslator } from "next-intl";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useDatabase as replaceDatabase } from "@/db/client";
import { findDump } from "@/db/queries/dumps";
import { companyScores, publishedRulings } from "@/db/schema";
import { DEMO_START } from "@/db/seed/load";
import { createDemoDatabase } from "@/db/seed/testing";
import type { TestDatabase } from "@/db/testing";
import { columnNames } from "@/domain/open-data/flatten";
import { rulingRecord } from "@/domain/open-data/records";
import messages from "@/messages/en.json";
import { FolderStorage } from "@/platform/storage/folder-storage";
import { dumpAt, recompute } from "@/script/recompute-dump";
import { makeDump } from "@/services/make-dump";
import type { Endpoint } from "./endpoint";
import { ENDPOINTS } from "./endpoints";
import { filingDescription } from "./filing-description";
import { countRequest } from "./limit";
import { openApi, type Say } from "./openapi";
import { serve } from "./serve";

let test: TestDatabase;
let storage: FolderStorage;
const folder = mkdtempSync(path.join(tmpdir(), "answered-open-data-"));
let turn = 0;

beforeAll(async () => {
  test = await createDemoDatabase();
  replaceDatabase(test.owner);
  replaceDatabase(test.db);
  storage = new FolderStorage(path.join(folder, "store"));
  await makeDump(test.db, storage, DEMO_START);
}, 300_000);
afterAll(async () => {
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Each request from a network of its own, so that the limit is tested where it is meant to be. */
function ask(endpoint: Endpoint, query = "", params: Record<string, string> = {}, headers: Record<string, string> = {}) {
  turn++;
  const from = `10.${(turn >> 16) & 255}.${(turn >> 8) & 255}.${turn & 255}`;
  const request = new Request(`http://portal.example/api/v1${endpoint.path}${query}`, {
    headers: { "x-forwarded-for": from, ...headers },
  });
  return serve(endpoint).GET(request, { params: Promise.resolve(params) });
}

async function allPages(endpoint: Endpoint, query: string): Promise<Record<string, unknown>[]> {
  const seen: Record<string, unknown>[] = [];
  for (let next: string | null = query; next !== null; ) {
    const page = (await (await ask(endpoint, next)).json()) as { data: Record<string, unknown>[]; next: string | null };
    seen.push(...page.data);
    next = page.next && new URL(page.next).search;
  }
  return seen;
}

describe("lists of open data", () => {
  it("give every published ruling once, page by page, newest first", async () => {
    const stored = await test.db.select({ number: publishedRulings.number }).from(publishedRulings);
    const read = await allPages(ENDPOINTS.rulings, "?limit=37");
    expect(read.map((r) => r.number).sort()).toEqual(stored.map((r) => r.number).sort());
    const days = read.map((r) => String(r.signedOn));
    expect(days).toEqual([...days].sort().reverse());
  });

  it("give every list the same records whatever the size of the page", async () => {
    for (const endpoint of Object.values(ENDPOINTS).filter((e: Endpoint) => e.kind === "list")) {
      const [small, large] = [await allPages(endpoint, "?limit=7"), await allPages(endpoint, "?limit=200")];
      expect(small, endpoint.id).toEqual(large);
      expect(large.length, endpoint.id).toBeGreaterThan(0);
    }
  });

  it("filter by what is asked", async () => {
    const all = await allPages(ENDPOINTS.rulings, "?limit=200");
    const some = await allPages(ENDPOINTS.rulings, "?sector=telecom&outcome=upheld&limit=50");
    expect(some.length).toBeGreaterThan(0);
    expect(some.map((r) => r.number)).toEqual(
      all.filter((r) => r.sector === "telecom" && r.outcome === "upheld").map((r) => r.number),
    );
  });

  it("refuse a cursor that was altered or belongs to another list, with the parameter named", async () => {
    const { next } = (await (await ask(ENDPOINTS.rulings, "?limit=2")).json()) as { next: string };
    const cursor = new URL(next).searchParams.get("cursor") as string;
    const other = `${cursor.slice(0, -1)}${cursor.endsWith("0") ? "1" : "0"}`;
    for (const query of [
      `?cursor=${other}`,
      `?limit=2&sector=travel&cursor=${cursor}`,
      "?cursor=nonsense",
      "?limit=0",
      "?what=1",
    ]) {
      const refused = await ask(ENDPOINTS.rulings, query);
      expect(refused.status, query).toBe(400);
      expect(refused.headers.get("content-type")).toContain("application/problem+json");
      const { errors } = (await refused.json()) as { errors: { parameter: string }[] };
      expect(["cursor", "limit", "what"]).toContain(errors[0]?.parameter);
    }
    expect((await ask(ENDPOINTS.rulings, `?limit=2&cursor=${cursor}`)).status).toBe(200);
  });

  it("come as CSV with the columns of the schema", async () => {
    const csv = await (await ask(ENDPOINTS.rulings, "?format=csv&limit=3")).text();
    expect(csv.split("\r\n")[0]).toBe(columnNames(rulingRecord).join(","));
    const negotiated = await ask(ENDPOINTS.dialTests, "", {}, { accept: "text/csv" });
    expect(negotiated.headers.get("content-type")).toContain("text/csv");
  });

  it("answer 304 to a validator that still holds, and say who may read and how often", async () => {
    const first = await ask(ENDPOINTS.companies);
    const etag = first.headers.get("etag") ?? "";
    const second = await ask(ENDPOINTS.companies, "", {}, { "if-none-match": `"other", W/${etag}` });
    expect([second.status, await second.text()]).toEqual([304, ""]);
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    expect(first.headers.get("ratelimit-policy")).toMatch(/^"open-data";q=\d+;w=60$/);
    expect(first.headers.get("set-cookie")).toBeNull();
  });

  it("are not found where nothing is published", async () => {
    expect((await ask(ENDPOINTS.ruling, "", { number: "2019-00001" })).status).toBe(404);
    expect((await ask(ENDPOINTS.ruling, "", { number: "'; drop" })).status).toBe(404);
    expect((await ask(ENDPOINTS.company, "", { slug: "bozhou" })).status).toBe(200);
  });
});

it("counts by network and window, and says when to come again", () => {
  const limit = { name: "t", quota: 2, windowSeconds: 60 };
  const results = [0, 1, 2].map(() => countRequest(limit, "a", 30_000));
  expect(results.map((r) => r.allowed)).toEqual([true, true, false]);
  expect(results[2]?.headers).toMatchObject({ ratelimit: '"t";r=0;t=30', "retry-after": "30" });
  expect(countRequest(limit, "b", 30_000).allowed).toBe(true);
  expect(countRequest(limit, "a", 61_000).allowed).toBe(true);
});

const say = createTranslator({ locale: "en", messages, namespace: "openData" }) as unknown as Say;

it("is described by a valid OpenAPI 3.1 file in which every field has its meaning", async () => {
  const file = openApi(Object.values(ENDPOINTS), say, "https://portal.example", filingDescription(say));
  const valid = (await SwaggerParser.validate(structuredClone(file) as never)) as unknown as { openapi: string };
  expect(valid.openapi).toBe("3.1.0");
  const mute: string[] = [];
  const walk = (node: unknown, place: string) => {
    if (typeof node !== "object" || node === null) return;
    const { properties } = node as { properties?: Record<string, { description?: string }> };
    for (const [name, child] of Object.entries(properties ?? {})) if (!child.description) mute.push(`${place}.${name}`);
    for (const [key, child] of Object.entries(node)) walk(child, `${place}.${key}`);
  };
  const { schemas } = file.components as { schemas: Record<string, unknown> };
  const { Problem: _, ...records } = schemas;
  walk(records, "");
  expect(mute).toEqual([]);
});

it("never fails on what anybody may send as a parameter", async () => {
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("", "0", "-1", "1e9", "null", "%00", "2026-02-30", "200"),
  );
  const name = fc.constantFrom(
    "limit",
    "cursor",
    "format",
    "company",
    "clause",
    "sector",
    "from",
    "to",
    "status",
    "quarter",
    "period",
  );
  const endpoint = fc.constantFrom(...Object.values(ENDPOINTS));
  await fc.assert(
    fc.asyncProperty(endpoint, fc.array(fc.tuple(name, value), { maxLength: 3 }), value, async (one, pairs, param) => {
      const query = new URLSearchParams(pairs.map(([k, v]) => [k, v.isWellFormed() ? v : "?"]));
      const answer = await ask(one, `?${query}`, { number: param, slug: param });
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
}, 120_000);

describe("the dump of a day", () => {
  const place = () => path.join(folder, "store", "dumps", "2026-09-17");

  it("lists its files as they lie there, with everything the lists of the API hold", async () => {
    const manifest = await findDump(test.db, "latest");
    if (!manifest) throw new Error("no dump");
    for (const file of manifest.files) {
      const bytes = readFileSync(path.join(place(), file.name));
      expect(createHash("sha256").update(bytes).digest("hex"), file.name).toBe(file.sha256);
      expect(bytes.length).toBe(file.bytes);
    }
    const lines = gunzipSync(readFileSync(path.join(place(), "rulings.ndjson.gz")))
      .toString()
      .trim()
      .split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(await allPages(ENDPOINTS.rulings, "?limit=200"));
    const csv = gunzipSync(readFileSync(path.join(place(), "dial-tests.csv.gz"))).toString();
    const all = await allPages(ENDPOINTS.dialTests, "?limit=200");
    expect(csv.trimEnd().split("\r\n").length).toBe(all.length + 1);
  });

  it("gives every published score again, equal to the last digit", async () => {
    const all = await recompute(await dumpAt(place()));
    expect(all.length).toBe(await test.db.$count(companyScores));
    expect(all.filter((one) => !one.equal)).toEqual([]);
  });

  it("is refused when a file was altered", async () => {
    const read = await dumpAt(place());
    const altered = Buffer.from("x");
    await expect(recompute(async (name) => (name === "scores.ndjson.gz" ? altered : read(name)))).rejects.toThrow(/manifest/);
  });
});
