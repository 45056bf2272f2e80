import * as OpenCC from "opencc-js";

const convert = OpenCC.Converter({ from: "cn", to: "tw" });

/** Simplified Chinese in traditional script, with its quotation marks. A machine's work: good words are written by people. */
export function toTraditional(text: string): string {
  return convert(text)
    .replaceAll("迴", "回")
    .replaceAll("平臺", "平台")
    .replaceAll("臺", "台")
    .replaceAll("“", "「")
    .replaceAll("”", "」");
}
