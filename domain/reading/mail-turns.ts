import { sideOfName } from "./sides";
import { type ExportedMessage, exportedTime } from "./text-turns";
import type { TimeStamp } from "./time-stamp";

/** Who wrote a mail and when, as its head says. */
export interface MailHead {
  readonly from: string;
  readonly at?: TimeStamp;
}

/** "On …, Ann <a@b> wrote:", "在 …，云杉客服 <a@b> 写道：", also broken over two lines. */
const WROTE = /^(?=.{6,240}$)(.*?)\s*(?:wrote|writes|写道|寫道|来信|來信)\s*[:：]\s*$/i;
const HEAD_LINE =
  /^\s*\*?(from|sent|date|to|cc|subject|发件人|發件人|寄件人|寄件者|发送时间|發送時間|日期|时间|時間|收件人|收件者|抄送|副本|主题|主題|主旨)\*?\s*[:：]\s*(.*)$/i;
const FROM = /^(?:from|发件人|發件人|寄件人|寄件者)$/i;
const SENT = /^(?:sent|date|发送时间|發送時間|日期|时间|時間)$/i;
const RULE = /^\s*(?:[-_]{5,}.*|-{2,}\s*(?:original message|原始邮件|原始郵件|原邮件|转发邮件|轉寄郵件)\s*-{2,})\s*$/i;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * What was said in a mail and in those quoted below it, the oldest first. Quotes are told by their marks (>), by the line over them that says who wrote,
 * or by a head of their own (From:, Sent:). One message where nothing is quoted.
 */
export function messagesOfMail(words: string, head: MailHead): ExportedMessage[] {
  const mails: { name: string; at?: TimeStamp; lines: string[] }[] = [
    { name: nameOf(head.from), ...(head.at ? { at: head.at } : {}), lines: [] },
  ];
  const lines = words.replace(/\r\n?/g, "\n").split("\n");
  for (let i = 0; i < lines.length; i += 1) {
    const line = unquoted(lines[i] ?? "");
    const two = `${line} ${unquoted(lines[i + 1] ?? "")}`;
    const wrote = WROTE.exec(line) ?? (/^(?:on|在|于|於)\s/i.test(line) ? WROTE.exec(two) : null);
    const said = wrote?.[1] ?? "";
    const at = timeOf(said);
    if (wrote && (at || /<[^>]+@[^>]+>/.test(said))) {
      if (!WROTE.test(line)) i += 1;
      mails.push({ name: nameOf(authorOf(said)), ...(at ? { at } : {}), lines: [] });
      continue;
    }
    const heads = headAt(lines, i);
    if (heads) {
      const sent = timeOf(heads.sent);
      mails.push({ name: nameOf(heads.from), ...(sent ? { at: sent } : {}), lines: [] });
      i = heads.end - 1;
      continue;
    }
    if (!RULE.test(line)) mails.at(-1)?.lines.push(line);
  }
  return mails
    .map(({ lines: all, ...rest }) => ({ ...rest, text: all.join("\n").trim() }))
    .filter((one) => one.text !== "")
    .reverse();
}

const unquoted = (line: string) => line.replace(/^(?:\s*>)+ ?/, "").trimEnd();

/** A head of two lines or more, with a sender among them, from line `from` on. */
function headAt(lines: readonly string[], from: number): { from: string; sent: string; end: number } | null {
  const found = new Map<string, string>();
  let end = from;
  for (; end < lines.length; end += 1) {
    const part = HEAD_LINE.exec(unquoted(lines[end] ?? ""));
    if (!part) break;
    found.set((part[1] as string).toLowerCase(), part[2] ?? "");
  }
  const value = (key: RegExp) => [...found].find(([name]) => key.test(name))?.[1] ?? "";
  return end - from >= 2 && value(FROM) !== "" ? { from: value(FROM), sent: value(SENT), end } : null;
}

/** What a line over a quote leaves when its day and time are taken off. */
const authorOf = (said: string) =>
  /([^,，>]*<[^>]*>)\s*$/.exec(said)?.[1] ??
  said.split(/[,，]|\d{1,2}[:：]\d{2}(?:\s*[ap]m)?/i).findLast((part) => part.trim() !== "") ??
  said;

/** The name in "Ann Li <ann@mail.example>"; where the address alone says it is a service, that. */
function nameOf(from: string): string {
  const name = from
    .replace(/<[^>]*>/g, "")
    .replace(/["'*]/g, "")
    .trim();
  if (sideOfName(name)) return name;
  if (/service|support|no-?reply|kefu|care|help/i.test(from)) return "客服";
  return name || from.trim() || "用户";
}

/** Day and time as mails write them, English months too. */
function timeOf(words: string): TimeStamp | undefined {
  const plain =
    /\d{4}[年\-/.]\d{1,2}[月\-/.]\d{1,2}日?[^\d]{0,8}?(?:[上下]午)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*[ap]m)?/i.exec(
      words,
    )?.[0];
  if (plain) return exportedTime(plain.replace(/(?:星期|周|週)[一二三四五六日天]/, " "));
  const named =
    /(?:(\d{1,2})\s+([a-z]{3})[a-z]*\.?|([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?)\s+(\d{4})\s*(?:,|at)?\s*(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?)/i.exec(
      words,
    );
  if (!named) return undefined;
  const month = MONTHS.indexOf((named[2] ?? named[3] ?? "").toLowerCase()) + 1;
  const clock = exportedTime(named[6] ?? "");
  if (month === 0 || !clock) return undefined;
  return { text: named[0], second: clock.second, date: { year: Number(named[5]), month, day: Number(named[1] ?? named[4]) } };
}
