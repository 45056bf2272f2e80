import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { CITIES, PROVINCES } from "../domain/redaction/places";
import { NOT_NAMES, PORTAL_WORDS, SAID_ALWAYS, SURNAMES, SURNAMES_WIDE, USUAL_GIVEN } from "./lexicon-words";

/**
 * Makes domain/redaction/lexicon.ts from the dictionary of @node-rs/jieba (MIT): how often words occur, and which characters persons' names
 * are made of. Run it when the dictionary's version or the words of the portal's own (lexicon-words.ts) change.
 */
const HAN = /^[\u4e00-\u9fff]+$/;
/** Rarer words are left out; places are kept. */
const least = (word: string, tag: string) =>
  surnames.has(word.charAt(0)) && !tag.startsWith("nr") ? 1 : tag.startsWith("ns") ? 3 : word.length === 2 ? 6 : 12;
// Of these nearly every entry the dictionary marks as a person's name is one; of rarer ones (高峰, 关怀) half are words.
const FREQUENT = new Set(
  "王李张刘陈杨赵周吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾魏薛叶阎潘杜戴钟汪范姚谭廖邹陆郝崔邱秦侯邵孟汤尹黎贺赖龚何",
);
/** From here on a name is that of somebody everybody writes about. */
const FAMOUS = 1500;
// Words of every sentence before they are surnames.
const WORDS_FIRST = "和时来全成都向由还应该从会是费开保言商计解位";
const surnames = new Set(SURNAMES_WIDE);
const towns = [...CITIES, ...PROVINCES].filter((word) => word.length > 2);
const own = new Map(
  [...NOT_NAMES, ...PORTAL_WORDS, ...towns].filter((word) => word.length > 1).map((word) => [word, 2000] as const),
);

const dictionary = readFileSync(createRequire(import.meta.url).resolve("@node-rs/jieba/dict.txt"), "utf8")
  .split("\n")
  .map((line) => line.trim().split(" "))
  .flatMap(([word = "", count = "0", tag = ""]) => (HAN.test(word) ? [{ word, count: Number(count), tag }] : []));

const words = new Map<string, number>();
const given = new Map<string, number>();
const family = new Map<string, number>();
for (const { word, count, tag } of dictionary) {
  const name = tag.startsWith("nr") && surnames.has(word.charAt(0)) && word.length >= 2 && word.length <= 3;
  if (name && word.length === 3) {
    family.set(word.charAt(0), (family.get(word.charAt(0)) ?? 0) + 1);
    for (const letter of word.slice(1)) given.set(letter, (given.get(letter) ?? 0) + 1);
  }
  if (word.length > 4 || (word.length > 1 && count < least(word, tag))) continue;
  if (name && (word.length === 3 || FREQUENT.has(word.charAt(0))) && !own.has(word) && count < FAMOUS) continue;
  words.set(word, count);
}
// What is a word of its own more often than a surname: 和, 时, 费.
for (const [letter, count] of family)
  if (!SURNAMES.includes(letter)) family.set(letter, count < 5 ? 0.5 : count / (WORDS_FIRST.includes(letter) ? 60 : 2));
// Names of people the dictionary takes for things: 范晓萱.
for (const [word, count] of words)
  if (
    word.length === 3 &&
    count < 20 &&
    SURNAMES.includes(word.charAt(0)) &&
    [...word.slice(1)].every((letter) => USUAL_GIVEN.has(letter))
  )
    words.delete(word);
for (const [word, count] of own) words.set(word, Math.max(count, words.get(word) ?? 0));
for (const word of SAID_ALWAYS) words.set(word, 20_000);
for (const letter of USUAL_GIVEN) given.set(letter, (given.get(letter) ?? 0) + 60);

/** Bands of equal size: each twice as frequent as the one before. */
function bands(counts: Map<string, number>): Record<number, string[]> {
  const out: Record<number, string[]> = {};
  for (const [word, count] of counts) {
    const band = Math.round(Math.log2(Math.max(0.5, count)));
    out[band] ??= [];
    out[band].push(word);
  }
  return out;
}
const lines = (counts: Map<string, number>) =>
  Object.entries(bands(counts))
    .map(([band, list]) => `  [${band}, ${JSON.stringify(list.sort().join(""))}],`)
    .join("\n");
const ofLength = (length: number) => new Map([...words].filter(([word]) => word.length === length));
const total = [...words.values()].reduce((sum, count) => sum + count, 0);
const sum = (counts: Map<string, number>) => [...counts.values()].reduce((all, count) => all + count, 0);

writeFileSync(
  new URL("../domain/redaction/lexicon.ts", import.meta.url),
  `// Made by script/make-lexicon.ts from the dictionary of jieba (MIT); not edited by hand.
// Each entry: how often, as a power of two, and the words of that length and frequency one behind the other.
type Bands = readonly (readonly [power: number, words: string])[];
export const TOTAL = ${total};
export const WORDS: readonly (readonly [length: number, bands: Bands])[] = [
${[1, 2, 3, 4].map((length) => `[${length}, [\n${lines(ofLength(length))}\n]],`).join("\n")}
];
export const GIVEN_TOTAL = ${sum(given)};
/** Characters of given names by how many names of the dictionary hold them. */
export const GIVEN: Bands = [
${lines(given)}
];
export const FAMILY_TOTAL = ${sum(family)};
/** Surnames by how many names of the dictionary begin with them. */
export const FAMILY: Bands = [
${lines(family)}
];
`,
);
