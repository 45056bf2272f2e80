import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import en from "@/messages/en.json";
import hans from "@/messages/zh-Hans.json";
import hant from "@/messages/zh-Hant.json";
import formatMessage from "./format-message";

/** Every text of messages/ with its path. */
function texts(node: unknown, path: string[] = []): { path: string; text: string }[] {
  if (typeof node === "string") return [{ path: path.join("."), text: node }];
  if (node === null || typeof node !== "object" || Array.isArray(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => texts(value, [...path, key]));
}

/** Something for every placeholder; tags are set in brackets. */
function values(text: string, n: number) {
  const found: Record<string, unknown> = {};
  for (const [, name] of text.matchAll(/\{\s*([\w]+)/g)) found[name as string] = n;
  for (const [, name] of text.matchAll(/\{\s*(\w+)\s*,\s*date/g)) found[name as string] = new Date(Date.UTC(2026, 8, n % 28));
  for (const [, name] of text.matchAll(/<(\w+)>/g)) found[name as string] = (chunks: unknown) => `[${String(chunks)}]`;
  return found;
}

describe("a message taken apart once", () => {
  it.each([
    ["zh-Hans", hans],
    ["zh-Hant", hant],
    ["en", en],
  ] as const)("says in %s what use-intl's own way says", (locale, messages) => {
    const t = createTranslator({
      locale,
      messages: messages as never,
      onError: (error) => {
        throw error;
      },
    });
    let asked = 0;
    for (const { path, text } of texts(messages))
      for (const n of [1, 2, 12345.6]) {
        const given = values(text, n);
        const own = formatMessage(path, text, given as never, { locale, timeZone: "Asia/Shanghai" });
        const theirs = (t.rich as (key: string, values: unknown) => unknown)(path, given);
        expect([own].flat().join(""), path).toBe([theirs].flat().join(""));
        asked += 1;
      }
    expect(asked).toBeGreaterThan(5000);
  });

  it("refuses a group of messages", () => {
    expect(() => formatMessage("ui", { a: "b" }, undefined, { locale: "en" })).toThrow("ui is no message");
  });
});
