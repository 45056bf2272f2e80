import { readFileSync } from "node:fs";

/**
 * The eighth to the eleventh set: sentences of complaints by people who knew nothing of the detectors, one JSON line `{"text"}` each, in which
 * `[TYPE|words]` marks what must be found. Marks of a surname before a title (王 in 王女士) were taken out of the first two: what is published in its
 * place shows the surname as well.
 */
export const OTHER_HAND = (["eighth", "ninth", "tenth", "eleventh"] as const).map((name) => ({
  name,
  texts: readFileSync(new URL(`./redaction-${name}.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => (JSON.parse(line) as { text: string }).text),
}));
