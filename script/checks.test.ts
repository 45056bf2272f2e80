import { describe, expect, it } from "vitest";
import { checkFile, importsOf } from "./check-arrows";
import { argumentsOf, compare, flatten } from "./check-words";

const complaints = (file: string, text: string) => checkFile(file, text).map((c) => `${c.line} ${c.what}`);

describe("the arrows", () => {
  it("finds imports however they are written", () => {
    const text =
      'import a from "x";\nimport {\n  b,\n  c,\n} from "./y";\nexport * from "@/z";\nimport "w";\nconst d = import("v");\nimport type { T } from "t";';
    expect(importsOf(text).map((i) => i.from)).toEqual(["x", "./y", "@/z", "w", "v", "t"]);
    expect(importsOf('import { type A, type B } from "x"')[0]?.typeOnly).toBe(true);
    expect(importsOf('import { type A, b } from "x"')[0]?.typeOnly).toBe(false);
  });

  it("stops the domain from reaching out", () => {
    expect(complaints("domain/a.ts", 'import { db } from "@/db/client";')).toEqual(["1 domain must not import db/client"]);
    expect(complaints("domain/a.ts", 'import { cookies } from "next/headers";')).toHaveLength(1);
    expect(complaints("domain/a.ts", "const now = new Date();\nconst x = Date.now();")).toHaveLength(2);
    expect(complaints("domain/a.ts", 'const day = new Date("2026-01-01");')).toEqual([]);
  });

  it("sees through relative paths", () => {
    expect(complaints("services/a.ts", 'import { x } from "../app/page";')).toHaveLength(1);
    expect(complaints("services/a.ts", 'import { x } from "./b";')).toEqual([]);
  });

  it("lets the platform know types of the domain, and components only what they show", () => {
    expect(complaints("platform/a.ts", 'import type { Day } from "@/domain/day";')).toEqual([]);
    expect(complaints("platform/a.ts", 'import { day } from "@/domain/day";')).toHaveLength(1);
    expect(complaints("components/a.tsx", 'import { x } from "@/services/y";')).toHaveLength(1);
  });

  it("keeps SQL in db/queries", () => {
    expect(complaints("services/a.ts", 'import { sql } from "drizzle-orm";')).toHaveLength(1);
    expect(complaints("db/queries/a.ts", 'import { sql } from "drizzle-orm";')).toEqual([]);
  });
});

describe("the words", () => {
  const file = (words: Parameters<typeof flatten>[0]) => flatten(words);

  it("must be there in every language", () => {
    expect(compare({ zh: file({ a: { b: "好", c: "坏" } }), en: file({ a: { b: "good" } }) })).toEqual(["en: a.c is missing"]);
  });

  it("must take the same arguments", () => {
    expect(compare({ zh: file({ a: "{n}天" }), en: file({ a: "{n, plural, one {# day} other {# days}}" }) })).toEqual([]);
    expect(compare({ zh: file({ a: "{n}天" }), en: file({ a: "{days} days" }) })[0]).toContain("different arguments");
    expect(
      compare({ zh: file({ a: "{k, select, x {甲} other {乙}}" }), en: file({ a: "{k, select, other {b}}" }) }),
    ).toHaveLength(1);
  });

  it("must be readable", () => {
    expect(compare({ zh: file({ a: "{n" }) })[0]).toContain("cannot be read");
    expect(argumentsOf("见<link>说明{n, number}</link>")).toEqual(["<link>", "n"]);
  });
});
