import { type HTMLElement, parse } from "node-html-parser";
import PostalMime from "postal-mime";
import type { Script } from "@/domain/reading/clean-text";
import { hanShare } from "@/domain/reading/clean-text";
import type { ReadingContent } from "@/domain/reading/content";
import { factsOf } from "@/domain/reading/facts";
import { messagesOfMail } from "@/domain/reading/mail-turns";
import { exportedTime, turnsOfCsv, turnsOfJson, turnsOfMessages, turnsOfTable, turnsOfText } from "@/domain/reading/text-turns";
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

/** Whose a message is where its class alone says so. */
const SIDED = [
  ["客服", /(?:^|[\s_-])(?:agent|service|bot|robot|seller|staff|kefu|operator|support)(?:$|[\s_-])/i],
  ["用户", /(?:^|[\s_-])(?:customer|visitor|client|buyer|user|me|self|mine|own)(?:$|[\s_-])/i],
  ["系统", /(?:^|[\s_-])(?:system|notice|tips?)(?:$|[\s_-])/i],
  ["客服", /(?:^|[\s_-])(?:left|received|incoming|other)(?:$|[\s_-])/i],
  ["用户", /(?:^|[\s_-])(?:right|sent|outgoing)(?:$|[\s_-])/i],
] as const;

/** Messages marked up as such (their class says so), or rows of a table; else the visible lines as text. */
function turnsOfHtml(html: string, visible: string): ChatTurn[] {
  const root = parse(html, { comment: false, blockTextElements: { script: false, style: false } });
  for (const table of root.querySelectorAll("table")) {
    const rows = table.querySelectorAll("tr").map((row) => row.querySelectorAll("th,td").map(textIn));
    const turns = turnsOfTable(rows);
    if (turns && turns.length >= 2) return turns;
  }
  const messages = root
    .querySelectorAll("[class]")
    .filter((node) => /(?:^|[\s_-])(?:message|msg|chat-?item|item|bubble)(?:$|[\s_-])/i.test(classOf(node)))
    .flatMap((node) => {
      const part = (key: RegExp) => node.querySelectorAll("[class]").find((one) => key.test(classOf(one)));
      const [name, text] = [part(PART.name), part(PART.text)];
      const who = name ? textIn(name) : SIDED.find(([, key]) => key.test(classOf(node)))?.[0];
      if (!who || !text || name === text) return [];
      const at = exportedTime((part(PART.time) ?? node.querySelector("time"))?.text.trim() ?? "");
      return [{ name: who, text: textIn(text), ...(at ? { at } : {}) }];
    });
  return messages.length >= 2 ? turnsOfMessages(messages) : turnsOfText(visible);
}

const classOf = (node: HTMLElement) => node.getAttribute("class") ?? "";
/** The words of an element, a break of the line kept. */
const textIn = (node: HTMLElement) => parse(node.innerHTML.replace(/<br\s*\/?>/gi, "\n")).text.trim();

/** A chat in a mail; else the mail and those quoted below it, each as one thing said. */
async function turnsOfMail(bytes: Buffer): Promise<ChatTurn[]> {
  const mail = await PostalMime.parse(new Uint8Array(bytes));
  const html = mail.html ?? "";
  const words = mail.text ?? textOf(Buffer.from(html), "html");
  const at = mail.date ? exportedTime(new Date(Date.parse(mail.date) + 8 * 3_600_000).toISOString().slice(0, 19)) : undefined;
  const thread = messagesOfMail(words, {
    from: `${mail.from?.name ?? ""} <${mail.from?.address ?? ""}>`,
    ...(at ? { at } : {}),
  });
  if (thread.length >= 2) return turnsOfMessages(thread);
  const quoted = html !== "" ? turnsOfHtml(html, words) : turnsOfText(words);
  return quoted.length >= 2 ? quoted : turnsOfMessages(thread);
}

function scriptOf(turns: readonly ChatTurn[]): Script {
  const text = turns.map((turn) => turn.text).join("");
  if (hanShare(text) < 0.3) return "en";
  // A text that the change to traditional letters leaves as it is, and that has letters it would change, is traditional.
  return [...text].filter((letter) => toTraditional(letter) !== letter).length > text.length * 0.03 ? "zh-Hans" : "zh-Hant";
}
