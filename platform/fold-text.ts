import * as OpenCC from "opencc-js";
import { onceAProcess } from "./once-a-process";

/** One letter of either traditional standard in simplified script; whatever would change its length stays. */
const table = () => onceAProcess("fold", fill);

function fill(): Uint16Array {
  const table = new Uint16Array(65_536);
  const fromTaiwan = OpenCC.Converter({ from: "tw", to: "cn" });
  const fromHongKong = OpenCC.Converter({ from: "hk", to: "cn" });
  for (let code = 0; code < 65_536; code++) table[code] = code;
  const put = (code: number, to: string) => {
    if (to.length === 1) table[code] = to.charCodeAt(0);
  };
  // Letters and signs one by one: full-width forms, capitals. Surrogates have no meaning alone.
  for (let code = 0; code < 0xd800; code++) {
    const wide = String.fromCharCode(code).normalize("NFKC").toLowerCase();
    put(code, wide);
  }
  for (let code = 0xff00; code < 0xfff0; code++) put(code, String.fromCharCode(code).normalize("NFKC").toLowerCase());
  for (let from = 0x3400; from < 0xa000; from++) {
    const letter = String.fromCharCode(from);
    put(from, fromHongKong(fromTaiwan(letter)));
  }
  return table;
}

/**
 * A text as it is searched: lower case, full-width letters and digits as plain ones, traditional script as simplified. Letter by letter, so that
 * what is found at a place stands at the same place of the text as written.
 */
export function foldText(text: string): string {
  const folded = table();
  const { length } = text;
  const codes = new Uint16Array(length);
  for (let i = 0; i < length; i++) codes[i] = folded[text.charCodeAt(i)] as number;
  let out = "";
  for (let at = 0; at < length; at += 8_192) out += String.fromCharCode(...codes.subarray(at, at + 8_192));
  return out;
}
