const CJK = /[\u3400-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]/;
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
const FULL: Readonly<Record<string, string>> = {
  ",": "，",
  "?": "？",
  "!": "！",
  ":": "：",
  ";": "；",
  "(": "（",
  ")": "）",
  "~": "～",
};

/**
 * What a recogniser saw, as it was written: the blanks it puts between Chinese characters go, lines are joined, and marks beside Chinese
 * characters are of full width, as every input method of a phone sets them. No word is changed.
 */
export function cleanText(seen: string): string {
  const lines = seen
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  let text = "";
  for (const line of lines)
    text += text === "" || CJK.test(text.at(-1) as string) || CJK.test(line[0] as string) ? line : ` ${line}`;
  text = text.replace(/\s+/g, " ");
  text = [...text].filter((c, i, all) => c !== " " || !(besideCjk(all[i - 1]) || besideCjk(all[i + 1]))).join("");
  if (!HAN.test(text)) return latin(text);
  text = [...text].map((c, i, all) => (FULL[c] && marksChinese(all, i) ? (FULL[c] as string) : c)).join("");
  return (
    text
      .replace(/\s+(?=[，。？！：；）、～])/g, "")
      // What a round bracket closes, a round one opened.
      .replace(/〈(?=[^〈〉]*）)/g, "（")
      // One mark seen twice: nobody writes a full stop before a comma.
      .replace(/。(?=[，、])/g, "")
      .replace(/([\u3400-\u9fff])\.(?=$|[\u3400-\u9fff])/g, "$1。")
      .replace(/([哦呢啊呀哈吧啦喔哟噢嘛])[一-]+$/u, (_, word: string) => `${word}～`)
      .replace(/(?<![A-Za-z0-9])[Y羊半#](?=\d[\d,]*\.\d\d(?!\d))/g, "¥")
      // Within Chinese words an input method of a phone sets the sign of full width.
      .replace(/(?<=[\u3400-\u9fff])¥(?=\d)/g, "￥")
      .replace(/\.{3,}|…+|。{3,}/g, "……")
      .trim()
  );
}

/** A bar alone or before an apostrophe is the letter I: nobody writes bars in a chat. */
const latin = (text: string) =>
  text
    .replace(/(?<![^\s("'])\|(?=[\s'’]|$)/g, "I")
    .replace(/[‘’]/g, "'")
    .trim();

const besideCjk = (c: string | undefined) => c !== undefined && CJK.test(c);

/** A mark is Chinese when the character before it is, or the one after it where none is before; not between two digits (12:40). */
function marksChinese(all: readonly string[], i: number): boolean {
  const before = all[i - 1];
  const after = all[i + 1];
  if (before && after && /[\dA-Za-z]/.test(before) && /[\dA-Za-z]/.test(after)) return false;
  if (all[i] === "(") return besideCjk(after) || besideCjk(before);
  if (all[i] === ")") return besideCjk(before) || all.includes("（") || besideCjk(after);
  return besideCjk(before) || besideCjk(after) || (after === undefined && HAN.test(all.join("")));
}

export type Script = "zh-Hans" | "zh-Hant" | "en";

/** The share of letters that are Chinese, 0 to 1; 0 where there is no letter. */
export function hanShare(text: string): number {
  const han = [...text].filter((c) => HAN.test(c)).length;
  const latin = (text.match(/[A-Za-z]/g) ?? []).length;
  return han + latin === 0 ? 0 : han / (han + latin / 2);
}
