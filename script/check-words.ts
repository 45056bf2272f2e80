import { readFileSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

const LANGUAGES = ["zh-Hans", "zh-Hant", "en"] as const;
type Words = { [key: string]: string | Words };

/** Every message of a file by its full key. */
export function flatten(words: Words, before = ""): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === "string") all.set(before + key, value);
    else for (const [inner, text] of flatten(value, `${before}${key}.`)) all.set(inner, text);
  }
  return all;
}

/** The arguments and tags of an ICU message, with the cases of a select: what code hands in must fit every language. */
export function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const walk = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.tag) {
        found.add(`<${element.value}>`);
        walk(element.children);
      } else if (element.type === TYPE.select) {
        found.add(`${element.value}: ${Object.keys(element.options).sort().join("|")}`);
        for (const option of Object.values(element.options)) walk(option.value);
      } else if (element.type === TYPE.plural) {
        // Chinese has one form where English has two: only the name must agree.
        found.add(element.value);
        for (const option of Object.values(element.options)) walk(option.value);
      } else if (element.type !== TYPE.literal && element.type !== TYPE.pound) {
        found.add(element.value);
      }
    }
  };
  walk(parse(message));
  return [...found].sort();
}

/** What is wrong between the languages, one line each. */
export function compare(files: Record<string, Map<string, string>>): string[] {
  const faults: string[] = [];
  // Empty everywhere is meant so: a sentence that one case does not need.
  const silent = (key: string) => Object.values(files).every((words) => words.get(key) === "");
  const keys = new Set(Object.values(files).flatMap((words) => [...words.keys()]));
  for (const key of [...keys].sort()) {
    if (silent(key)) continue;
    const seen = new Map<string, string>();
    for (const [language, words] of Object.entries(files)) {
      const message = words.get(key);
      if (message === undefined) faults.push(`${language}: ${key} is missing`);
      else if (message.trim() === "") faults.push(`${language}: ${key} is empty`);
      else {
        try {
          seen.set(language, argumentsOf(message).join(", "));
        } catch (error) {
          faults.push(`${language}: ${key} cannot be read: ${error instanceof Error ? error.message : error}`);
        }
      }
    }
    if (new Set(seen.values()).size > 1) {
      faults.push(
        `${key} takes different arguments: ${[...seen].map(([language, names]) => `${language} {${names}}`).join(", ")}`,
      );
    }
  }
  return faults;
}

function main(): void {
  const files = Object.fromEntries(
    LANGUAGES.map((language) => [language, flatten(JSON.parse(readFileSync(`messages/${language}.json`, "utf8")) as Words)]),
  );
  const faults = compare(files);
  for (const fault of faults) console.error(fault);
  console.info(`${files.en?.size} messages in ${LANGUAGES.length} languages, ${faults.length} faults`);
  process.exit(faults.length === 0 ? 0 : 1);
}

if (process.argv[1]?.endsWith("check-words.ts")) main();
