import { options } from "./database";

const say = (line: string) => void process.stdout.write(`${line}\n`);

interface Schema {
  type?: string | string[];
  enum?: string[];
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
}
interface Operation {
  parameters?: { name: string; in: "path" | "query"; schema: Schema }[];
}

/** mulberry32: the same seed asks the same questions. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const NASTY = [
  "",
  " ",
  "0",
  "-1",
  "1e999",
  "NaN",
  "null",
  "true",
  "[]",
  "{}",
  "2026-02-30",
  "9999-99-99",
  "0000-00-00",
  "%00",
  "\u0000",
  "\ufffe",
  "😀".repeat(40),
  "../../etc/passwd",
  "..%2f",
  "' or 1=1 --",
  '"; drop table complaints',
  `$\{7*7}`,
  "<script>",
  "a".repeat(4000),
  "١٢٣",
  "2026Q5",
  "AAAA.bbbb",
  "\r\nSet-Cookie: a=b",
];

/** A value for a parameter: sometimes what its schema allows, else what it does not. */
function value(schema: Schema, rng: () => number, known: readonly string[]): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(rng() * list.length)] as T;
  const turn = rng();
  if (turn < 0.35) {
    if (schema.enum) return pick(schema.enum);
    if (schema.minimum !== undefined)
      return String(Math.floor(schema.minimum + rng() * ((schema.maximum ?? 100) - schema.minimum + 3)) - 1);
    if (schema.format === "date")
      return `20${20 + Math.floor(rng() * 9)}-${String(1 + Math.floor(rng() * 13)).padStart(2, "0")}-${String(1 + Math.floor(rng() * 31)).padStart(2, "0")}`;
    if (known.length > 0) return pick(known);
  }
  if (turn < 0.75) return pick(NASTY);
  return Array.from({ length: Math.floor(rng() * 30) }, () => String.fromCodePoint(Math.floor(rng() * 0x2fff))).join("");
}

/** Sends requests made from /api/v1/openapi.json of a running portal and counts the answers by status; any 5xx fails. Options: --url http://127.0.0.1:3380 --requests 5000 --seed 1. */
export async function run(args: string[]): Promise<void> {
  const given = options(args);
  const base = given.url ?? "http://127.0.0.1:3000";
  const wanted = Number(given.requests ?? 5_000);
  const rng = random(Number(given.seed ?? 1));
  const file = (await (await fetch(`${base}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const operations = Object.entries(file.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ path, verb: verb.toUpperCase(), operation })),
  );
  const { data } = (await (await fetch(`${base}/api/v1/companies?limit=5`)).json()) as { data: { slug: string }[] };
  const known = data.map((c) => c.slug);
  const statuses = new Map<number, number>();
  const tried = new Set<string>();
  const failures: string[] = [];
  let sent = 0;
  const one = async () => {
    const { path, verb, operation } = operations[sent++ % operations.length] as (typeof operations)[number];
    let address = path;
    const query = new URLSearchParams();
    for (const parameter of operation.parameters ?? []) {
      const asked = value(parameter.schema, rng, known);
      if (parameter.in === "path")
        address = address.replace(`{${parameter.name}}`, encodeURIComponent(asked.toWellFormed()) || "-");
      else if (rng() < 0.4) query.append(parameter.name, asked.toWellFormed());
      tried.add(`${verb} ${path} ${parameter.name}`);
    }
    if (rng() < 0.05) query.append(String.fromCodePoint(33 + Math.floor(rng() * 90)), "x");
    const url = `${base}/api/v1${address}?${query}`;
    // Each from a network of its own: here it is not the limit that is tried.
    const from = `10.${sent >> 16}.${(sent >> 8) & 255}.${sent & 255}`;
    const body = verb === "POST" ? { method: "POST", body: pickBody(rng) } : { method: verb };
    const answer = await fetch(url, { ...body, headers: { "x-forwarded-for": from, "content-type": "application/json" } });
    await answer.arrayBuffer();
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (answer.status >= 500) failures.push(`${answer.status} ${verb} ${url.slice(0, 300)}`);
  };
  const workers = Array.from({ length: 6 }, async () => {
    while (sent < wanted) await one();
  });
  await Promise.all(workers);
  say(
    `${sent} requests over ${operations.length} operations, ${tried.size} parameters of them; answers: ${[...statuses]
      .sort()
      .map(([s, n]) => `${s}: ${n}`)
      .join(", ")}`,
  );
  for (const failure of failures.slice(0, 20)) say(failure);
  say(failures.length === 0 ? "passed: no 5xx" : `FAILED: ${failures.length} answers of 5xx`);
  if (failures.length > 0) process.exitCode = 1;
}

const pickBody = (rng: () => number) => ["", "{", "[]", "null", '{"companyName":1}', '"x"', "{}"][Math.floor(rng() * 7)] ?? "";
