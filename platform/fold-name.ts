import * as OpenCC from "opencc-js";
import { pinyin } from "pinyin-pro";

// Both regional variants: 簷 (tw) and 裏 (hk) become 檐 and 里.
const fromTaiwan = OpenCC.Converter({ from: "tw", to: "cn" });
const fromHongKong = OpenCC.Converter({ from: "hk", to: "cn" });
const toTraditional = OpenCC.Converter({ from: "cn", to: "tw" });

/** A name in traditional script, as a proposal: an officer may correct it. */
export function traditionalName(name: string): string {
  return toTraditional(name);
}

/**
 * A name as it is compared, written and searched alike: NFKC, lower case, simplified script, letters and digits only.
 * "鯨歌 通信（集團）" and "鲸歌通信集团" fold to the same.
 */
export function foldName(name: string): string {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return fromHongKong(fromTaiwan(plain));
}

/** "鲸歌通信" → { pinyin: "jingge tongxin"-like sort key "jing ge tong xin", initials: "jgtx" }. Letters and digits stay as they are. */
export function romanName(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(fromHongKong(fromTaiwan(name.normalize("NFKC"))), {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
    v: true,
  })
    .map((s) => s.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""))
    .filter((s) => s !== "");
  return { pinyin: syllables.join(" "), initials: syllables.map((s) => s[0]).join("") };
}
