import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json";
import { toCsv } from "./csv";
import { isDomainError } from "./errors";

/** A plain RFC 4180 reader, for the tests only. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') {
        field += c;
        i++;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "," || c === "\r") {
      row.push(field);
      field = "";
      if (c === "\r") {
        rows.push(row);
        row = [];
        i++;
      }
    } else field += c;
  }
  return rows;
}

describe("CSV", () => {
  it("is RFC 4180: CRLF, quotes doubled, null empty", () => {
    const rows = [
      ['说"好"', 1.5, true],
      ["a,b", -3, null],
      ["第一行\n第二行", 0, false],
    ];
    expect(toCsv(["text", "n", "flag"], rows)).toBe(
      'text,n,flag\r\n"说""好""",1.5,true\r\n"a,b",-3,\r\n"第一行\n第二行",0,false\r\n',
    );
  });

  it.each(["=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1"])("disarms %j", (text) => {
    expect(readCsv(toCsv(["text"], [[text]]))[1]).toEqual([`'${text}`]);
  });

  it("leaves numbers numbers", () => {
    expect(toCsv(["n"], [[-1], [1e21], [-0.25]])).toBe("n\r\n-1\r\n1e+21\r\n-0.25\r\n");
  });

  it("gives back every cell, with an apostrophe only before a formula", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[=+@\-\t\r\n", a]{0,6}$/));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.integer())), (rows) => {
        const read = readCsv(toCsv(["text", "n"], rows)).slice(1);
        expect(read.length).toBe(rows.length);
        rows.forEach(([cell, n], i) => {
          const [field = "", number] = read[i] ?? [];
          expect(number).toBe(String(n));
          expect(field === cell || field === `'${cell}`).toBe(true);
          expect(/^[=+\-@\t\r]/.test(field)).toBe(false);
        });
      }),
    );
  });

  it("refuses ragged rows and numbers that are none", () => {
    expect(() => toCsv(["a", "b"], [["x"]])).toThrow(expect.toSatisfy(isDomainError));
    expect(() => toCsv(["a"], [[Number.NaN]])).toThrow(expect.toSatisfy(isDomainError));
  });
});

describe("canonical JSON", () => {
  it("sorts keys by code units and writes numbers as ECMAScript does (RFC 8785, 3.2)", () => {
    const sample = {
      "\u20ac": 1,
      "\r": 2,
      "1": [56, { f: -0, d: 1e30 }],
      人: null,
      a: { c: true, b: "“引号”\n" },
      gone: undefined,
    };
    expect(canonicalJson(sample)).toBe('{"\\r":2,"1":[56,{"d":1e+30,"f":0}],"a":{"b":"“引号”\\n","c":true},"€":1,"人":null}');
  });

  it("is the same for the same content in any order, and parses back", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n, new Date(0), "\ud800", () => 1])("refuses %s", (value) => {
    expect(() => canonicalJson({ value: [value] })).toThrow(expect.toSatisfy(isDomainError));
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  const turned: Record<string, unknown> = Object.create(null);
  for (const [key, part] of Object.entries(value).reverse()) turned[key] = reversed(part);
  return turned;
}
