/** A time as a chat shows it between messages. `minutes` since midnight, seconds where shown; the day only where it says so. */
export interface TimeStamp {
  readonly text: string;
  /** Seconds since midnight. */
  readonly second: number;
  readonly date?: { readonly year?: number; readonly month: number; readonly day: number };
}

const DAY = String.raw`(?:(?:今天|昨天|前天|今日|昨日|today|yesterday|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?),?)?`;
const DATE = String.raw`(?:(?:(\d{4})[年\-/.])?(\d{1,2})[月\-/.](\d{1,2})[日号號]?,?)?`;
const HALF = "(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|am|pm)?";
const CLOCK = String.raw`(\d{1,2})[:：.](\d{2})(?:[:：.](\d{2}))?`;
const WHOLE = new RegExp(`^${DATE}${DAY}${DATE}${HALF}${CLOCK}(am|pm)?$`, "i");

/** Reads a line that is nothing but a time ("12:40", "昨天 下午3:05", "2026年9月10日 09:12:33"). Null for anything else. */
export function timeStampOf(line: string): TimeStamp | null {
  const bare = line
    .replace(/[\s,，]/g, "")
    .replace(/[—\-·•]+$/g, "")
    .replace(/^[—\-·•]+/g, "")
    .replace(/[oO](?=\d)|(?<=[\d:])[oO]/g, "0");
  const found = WHOLE.exec(bare);
  if (!found) return null;
  const [, y1, m1, d1, y2, m2, d2, half, h, m, s, ampm] = found;
  let hour = Number(h);
  const minute = Number(m);
  const second = Number(s ?? 0);
  const word = (half ?? ampm ?? "").toLowerCase();
  if (/下午|傍晚|晚上|pm/.test(word) && hour < 12) hour += 12;
  if (/中午/.test(word) && hour < 3) hour += 12;
  if (/am|凌晨/.test(word) && hour === 12) hour = 0;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const [year, month, day] = [y1 ?? y2, m1 ?? m2, d1 ?? d2];
  const date =
    month && day && Number(month) <= 12 && Number(day) <= 31
      ? { month: Number(month), day: Number(day), ...(year ? { year: Number(year) } : {}) }
      : undefined;
  return { text: line.trim(), second: hour * 3600 + minute * 60 + second, ...(date ? { date } : {}) };
}

/** The time in a few words of an app about one message ("18:46 ✓✓", "已读 下午3:05"). Null where there is more than a time and a mark or two. */
export function timeIn(words: string): TimeStamp | null {
  const found = /(?:[上下]午|[ap]m)?\s*\d{1,2}\s*[:：.]\s*\d{2}\s*(?:[ap]m)?/i.exec(words);
  if (!found) return null;
  const others = words.replace(found[0], "").match(/[\p{L}\p{N}]/gu) ?? [];
  return others.length > 3 ? null : timeStampOf(found[0]);
}
