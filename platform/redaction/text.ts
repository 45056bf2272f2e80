import type { Format, TextEncoding } from "../file-kinds/kinds";

/** Characters of a text export that are worked on. */
const MAX_LENGTH = 2_000_000;

/** What a text export says, without markup: of HTML and mail only the words, so that nothing hidden in a tag or header is published. */
export function textOf(bytes: Buffer, format: Format, encoding: TextEncoding = "utf-8"): string {
  const text = new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, "\n").slice(0, MAX_LENGTH);
  if (format !== "html" && format !== "eml") return text;
  const body = format === "eml" ? text.slice(Math.max(0, text.indexOf("\n\n"))) : text;
  return body
    .replace(/<(script|style|head|template)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(?:br|\/p|\/div|\/li|\/tr)\b[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
