import { humanNames, sideOfName, sidesOfNames } from "./sides";
import { type TimeStamp, timeStampOf } from "./time-stamp";
import type { ChatTurn } from "./turns";

/** One message of an export before it is known whose it is. */
export interface ExportedMessage {
  readonly name: string;
  readonly text: string;
  readonly at?: TimeStamp;
}

/** Most messages kept of one export. */
const MOST = 5_000;
const TIME = String.raw`(?:\d{2,4}[年\-/.]\d{1,2}[月\-/.]\d{1,4}[日号號]?,?\s*)?(?:上午|下午|早上|晚上|凌晨|中午)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?\s*(?:[AaPp][Mm])?`;
/** "2026-09-06 09:02:11 我：文字", "[09:02] Me: text", "06/09/2026, 09:02 - Me: text", "09:02<tab>Me<tab>text". */
const INLINE = new RegExp(String.raw`^\s*[\[【(]?(${TIME})[\]】)]?\s*[-–—|]?\s*([^:：\t]{1,40}?)\s*(?:[:：]|\t)\s*(.*)$`);
/** "我：文字" without a time. */
const BARE = /^\s*([^:：\s\d][^:：\n]{0,23}?)\s*[:：]\s*(\S.*)$/;
/** "张三 2026-09-06 09:02:11" (or the time first) over its words. */
const HEAD = new RegExp(
  String.raw`^\s*(?:([^\d:：][^:：]{0,39}?)\s+[\[(]?(${TIME})[\])]?|[\[(]?(${TIME})[\])]?\s+([^\d:：][^:：]{0,39}?))\s*$`,
);

/** "09:02:11 我 文字": the columns of a table, as a PDF gives them. */
const SPACED = new RegExp(String.raw`^\s*[\[(]?(${TIME})[\])]?\s+([^\s:：]{1,24})\s+(\S.*)$`);

/** A time as exports write it, ISO too. Null where it is none. */
export function exportedTime(text: string): TimeStamp | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text.trim());
  if (iso) {
    const [, y, m, d, h, min, s] = iso.map(Number) as [number, number, number, number, number, number, number];
    return { text: text.trim(), second: h * 3600 + min * 60 + (s || 0), date: { year: y, month: m, day: d } };
  }
  const european = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}),?\s*(.*)$/.exec(text.trim());
  if (european) {
    const time = timeStampOf(european[4] ?? "");
    return time
      ? {
          text: text.trim(),
          second: time.second,
          date: { year: Number(european[3]), month: Number(european[2]), day: Number(european[1]) },
        }
      : undefined;
  }
  return timeStampOf(text) ?? undefined;
}

/** Messages with their sides as turns of a chat; an export is certain of its letters. */
export function turnsOfMessages(messages: readonly ExportedMessage[]): ChatTurn[] {
  const said = messages.filter((one) => one.text.trim() !== "").slice(0, MOST);
  const sides = sidesOfNames([...new Set(said.map((one) => one.name))]);
  const humans = humanNames(sides);
  return said.map(({ name, text, at }) => ({
    side: sides.get(name) ?? "agent",
    text: text.trim(),
    confidence: 100,
    ...(humans.has(name) ? { human: true as const } : {}),
    ...(at ? { at } : {}),
  }));
}

/** The turns of a plain text; none where it is no chat (fewer than two lines that say who speaks). */
export function turnsOfText(text: string): ChatTurn[] {
  // Marks of direction and narrow blanks, which a phone sets around names and half days.
  const plain = text.replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "").replace(/[\u00a0\u202f]/g, " ");
  const lines = plain.replace(/\r\n?/g, "\n").split("\n");
  const timed = lines.filter((line) => INLINE.test(line)).length;
  if (isTable(lines, timed)) return turnsOfMessages(spacedMessages(lines));
  const headed = lines.filter((line, i) => HEAD.test(line) && (lines[i + 1] ?? "").trim() !== "").length;
  const way = headed > timed ? headedMessages : timed > 0 ? timedMessages : bareMessages;
  const messages = way(lines);
  return messages.length < 2 ? [] : turnsOfMessages(messages);
}

/** What goes on below a message belongs to it, until an empty line before anything that is no message. */
function collect(lines: readonly string[], read: (line: string) => ExportedMessage | null): ExportedMessage[] {
  const out: ExportedMessage[] = [];
  for (const line of lines) {
    const found = read(line);
    if (found) out.push(found);
    else if (out.length > 0 && line.trim() !== "") {
      const last = out[out.length - 1] as ExportedMessage;
      out[out.length - 1] = { ...last, text: last.text === "" ? line.trim() : `${last.text}\n${line.trim()}` };
    }
  }
  return out;
}

const timedMessages = (lines: readonly string[]) =>
  collect(lines, (line) => {
    const found = INLINE.exec(line);
    if (!found) return null;
    const at = exportedTime(found[1] ?? "");
    return { name: found[2] ?? "", text: found[3] ?? "", ...(at ? { at } : {}) };
  });

/**
 * Whether lines are rows of a table with a time, a name and words: more of them than of any other making, few names that come again, one of
 * which tells whose it is, and words that differ (of "09:02 Jane Doe" over her words the last are her name).
 */
function isTable(lines: readonly string[], timed: number): boolean {
  const rows = lines.flatMap((line) => {
    const row = INLINE.test(line) ? null : SPACED.exec(line);
    return row ? [{ name: row[2] ?? "", words: row[3] ?? "" }] : [];
  });
  if (rows.length < 2 || rows.length <= timed) return false;
  const names = new Set(rows.map((row) => row.name));
  const words = new Set(rows.map((row) => row.words));
  return (
    names.size <= Math.max(3, rows.length * 0.6) && [...names].some((one) => sideOfName(one)) && words.size > rows.length / 2
  );
}

const spacedMessages = (lines: readonly string[]) =>
  collect(lines, (line) => {
    const found = SPACED.exec(line);
    if (!found) return null;
    const at = exportedTime(found[1] ?? "");
    return { name: found[2] ?? "", text: found[3] ?? "", ...(at ? { at } : {}) };
  });

const headedMessages = (lines: readonly string[]) =>
  collect(lines, (line) => {
    const found = HEAD.exec(line);
    if (!found) return null;
    const at = exportedTime(found[2] ?? found[3] ?? "");
    return { name: (found[1] ?? found[4] ?? "").trim(), text: "", ...(at ? { at } : {}) };
  });

/** Without times only names that come again are speakers, and those that are known where both sides are: "备注：" once is none. */
function bareMessages(lines: readonly string[]): ExportedMessage[] {
  const names = new Map<string, number>();
  for (const line of lines) {
    const name = BARE.exec(line)?.[1];
    if (name) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const known = new Set([...names.keys()].map(sideOfName));
  const both = known.has("user") && known.has("agent");
  const speakers = new Set([...names].filter(([name, times]) => times >= 2 || (both && sideOfName(name))).map(([name]) => name));
  if (speakers.size === 0) return [];
  return collect(lines, (line) => {
    const found = BARE.exec(line);
    const name = found?.[1] ?? "";
    return found && (speakers.has(name) || speakers.size >= 2) && names.has(name) ? { name, text: found[2] ?? "" } : null;
  });
}

/** Rows of a CSV, quotes as RFC 4180 has them. */
export function csvRows(text: string): string[][] {
  const first = text.slice(0, text.indexOf("\n") + 1 || undefined);
  const mark = [",", ";", "\t"].reduce((best, one) => (first.split(one).length > first.split(best).length ? one : best), ",");
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] as string;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"' && cell === "") quoted = true;
    else if (c === mark) {
      row.push(cell);
      cell = "";
    } else if (c === "\n" || c === "\r") {
      if (c === "\r" && text[i + 1] === "\n") i += 1;
      row.push(cell);
      if (row.some((one) => one.trim() !== "")) rows.push(row);
      row = [];
      cell = "";
    } else cell += c;
  }
  row.push(cell);
  if (row.some((one) => one.trim() !== "")) rows.push(row);
  return rows;
}

const KEYS = {
  text: /^(?:text|content|message|msg|body|words|内容|內容|消息|訊息|正文|消息内容|聊天内容)$/i,
  name: /^(?:from|sender|name|author|user|role|speaker|side|nickname|sender_?name|发送者|發送者|发送方|發送方|发言人|發言人|说话人|說話人|发送人|發送人|角色|昵称|暱稱|谁)$/i,
  at: /^(?:at|time|date|timestamp|created(?:_?at)?|sent(?:_?at)?|datetime|时间|時間|发送时间|發送時間|日期)$/i,
} as const;

/** The turns of a table with a head that names its columns; null where it has none. */
export function turnsOfTable(table: readonly (readonly string[])[]): ChatTurn[] | null {
  const [head = [], ...rows] = table;
  const place = (key: RegExp) => head.findIndex((one) => key.test(one.trim()));
  const [said, name, at] = [place(KEYS.text), place(KEYS.name), place(KEYS.at)];
  if (said < 0 || name < 0) return null;
  return turnsOfMessages(
    rows.map((row) => {
      const time = at < 0 ? undefined : exportedTime(row[at] ?? "");
      return { name: row[name] ?? "", text: row[said] ?? "", ...(time ? { at: time } : {}) };
    }),
  );
}

/** The turns of a table with a head that names its columns; else of its lines as text. */
export const turnsOfCsv = (text: string): ChatTurn[] => turnsOfTable(csvRows(text.replace(/^\uFEFF/, ""))) ?? turnsOfText(text);

/** The turns of a JSON value: the longest list in it whose entries have words and a speaker. */
export function turnsOfJson(value: unknown): ChatTurn[] {
  let best: ExportedMessage[] = [];
  const look = (at: unknown, depth: number): void => {
    if (depth > 8 || typeof at !== "object" || at === null) return;
    if (Array.isArray(at)) {
      const found = at.flatMap(messageOf);
      if (found.length > best.length) best = found;
    }
    for (const one of Object.values(at)) look(one, depth + 1);
  };
  look(value, 0);
  return turnsOfMessages(best);
}

function messageOf(entry: unknown): ExportedMessage[] {
  if (typeof entry !== "object" || entry === null) return [];
  const pick = (key: RegExp): string => {
    for (const [name, value] of Object.entries(entry)) {
      if (!key.test(name)) continue;
      if (typeof value === "string") return value;
      if (typeof value === "number") return String(value);
      const inner = typeof value === "object" && value !== null ? (value as { name?: unknown; text?: unknown }) : {};
      if (typeof inner.name === "string") return inner.name;
      if (typeof inner.text === "string") return inner.text;
    }
    return "";
  };
  const [text, name, time] = [pick(KEYS.text), pick(KEYS.name), pick(KEYS.at)];
  if (text === "" || name === "") return [];
  const at = /^\d{10}(?:\d{3})?$/.test(time) ? epoch(Number(time)) : exportedTime(time);
  return [{ name, text, ...(at ? { at } : {}) }];
}

/** Seconds or milliseconds since 1970 as a time of Asia/Shanghai. */
function epoch(value: number): TimeStamp | undefined {
  return exportedTime(new Date((value > 1e11 ? value : value * 1000) + 8 * 3_600_000).toISOString().slice(0, 19));
}
