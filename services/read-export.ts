import { parse } from "node-html-parser";
import PostalMime from "postal-mime";
import type { Script } from "@/domain/reading/clean-text";
import { hanShare } from "@/domain/reading/clean-text";
import type { ReadingContent } from "@/domain/reading/content";
import { factsOf } from "@/domain/reading/facts";
import { exportedTime, turnsOfCsv, turnsOfJson, turnsOfMessages, turnsOfText } from "@/domain/reading/text-turns";
import type { ChatTurn } from "@/domain/reading/turns";
import type { Format, TextEncoding } from "@/platform/file-kinds/kinds";
import { textOf } from "@/platform/redaction/text";
import { toTraditional } from "@/platform/traditional";

/** What a text export of a chat says: its turns, and the facts they suggest; no turns where it is no chat. */
export async function readExport(bytes: Buffer, format: Format, encoding?: TextEncoding): Promise<ReadingContent> {
  const turns = await turnsIn(bytes, format, encoding);
  return { kind: "chat", script: scriptOf(turns), turns, facts: factsOf(turns) };
}

async function turnsIn(bytes: Buffer, format: Format, encoding: TextEncoding = "utf-8"): Promise<ChatTurn[]> {
  if (format === "eml") return turnsOfMail(bytes);
  const raw = new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF/, "");
  if (format === "json") return turnsOfJson(asJson(raw));
  if (format === "csv") return turnsOfCsv(raw);
  if (format === "html") return turnsOfHtml(raw, textOf(bytes, format, encoding));
  return turnsOfText(textOf(bytes, format, encoding));
}

/** JSON, or JSON lines. */
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    return lines.flatMap((line) => {
      try {
        return [JSON.parse(line) as unknown];
      } catch {
        return [];
      }
    });
  }
}

const PART = {
  name: /(?:^|[\s_-])(?:from|sender|name|author|nick(?:name)?|user(?:name)?)(?:$|[\s_-])/i,
  text: /(?:^|[\s_-])(?:text|content|body|words|bubble)(?:$|[\s_-])/i,
  time: /(?:^|[\s_-])(?:time|date|timestamp)(?:$|[\s_-])/i,
} as const;

/** Messages marked up as such (their class says so); else the visible lines as text. */
function turnsOfHtml(html: string, visible: string): ChatTurn[] {
  const messages = parse(html, { comment: false, blockTextElements: { script: false, style: false } })
    .querySelectorAll("[class]")
    .filter((node) => /(?:^|[\s_-])(?:message|msg|chat-?item|item)(?:$|[\s_-])/i.test(node.getAttribute("class") ?? ""))
    .flatMap((node) => {
      const part = (key: RegExp) => node.querySelectorAll("[class]").find((one) => key.test(one.getAttribute("class") ?? ""));
      const [name, text, time] = [part(PART.name), part(PART.text), part(PART.time)];
      if (!name || !text || name === text) return [];
      const at = exportedTime(time?.text.trim() ?? "");
      return [{ name: name.text.trim(), text: text.text.trim(), ...(at ? { at } : {}) }];
    });
  return messages.length >= 2 ? turnsOfMessages(messages) : turnsOfText(visible);
}

/** A chat quoted in a mail; else the mail itself as one thing said. */
async function turnsOfMail(bytes: Buffer): Promise<ChatTurn[]> {
  const mail = await PostalMime.parse(new Uint8Array(bytes));
  const html = mail.html ?? "";
  const words = mail.text ?? textOf(Buffer.from(html), "html");
  const quoted = html !== "" ? turnsOfHtml(html, words) : turnsOfText(words);
  if (quoted.length >= 2) return quoted;
  const at = mail.date ? exportedTime(new Date(Date.parse(mail.date) + 8 * 3_600_000).toISOString().slice(0, 19)) : undefined;
  const name = mail.from?.name || mail.from?.address || "";
  return turnsOfMessages([
    { name: /客服|service|support|noreply/i.test(name) ? "客服" : "用户", text: words.trim(), ...(at ? { at } : {}) },
  ]);
}

function scriptOf(turns: readonly ChatTurn[]): Script {
  const text = turns.map((turn) => turn.text).join("");
  if (hanShare(text) < 0.3) return "en";
  // A text that the change to traditional letters leaves as it is, and that has letters it would change, is traditional.
  return [...text].filter((letter) => toTraditional(letter) !== letter).length > text.length * 0.03 ? "zh-Hans" : "zh-Hant";
}
