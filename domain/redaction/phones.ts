import { after, bare, before, type Candidate, candidate } from "./candidate";

// Three-digit prefix and eight more, in the groups people write; or every digit by itself.
const MOBILE =
  /(?<!\d|(?<!\d{8})\d[.,])(?:\((?:\+|00)?86\)[- ]{0,2}|(?:\+|00)?86[- ]{0,2})?1[3-9]\d(?:[- .]{0,2}\d{4}[- .]{0,2}\d{4}|[- ]\d{3}[- ]\d{5}|\d[- ]\d{4}[- ]\d{3}|\d[- ]\d{3}[- ]\d{4}|\d{3}[- ]\d{5}|\d{2}[- ]\d{6})(?!\d|\.\d)/g;
const MOBILE_APART = /(?<!\d ?)1 [3-9](?: \d){9}(?! ?\d)/g;
// Grouped in whatever way, behind a word for a phone.
const MOBILE_ODD =
  /(?<=(?:电话|手机|号码|联系方式|致电|拨打|phone|tel|mobile)[^\d\n+]{0,5})(?:\+?86[- ]?)?1[- .]?[3-9](?:[- .]?\d){9}(?![- .]?\d)/gi;
// Area codes: 010, 02x, and four digits from 0310 to 0999.
const LANDLINE =
  /(?<![\d.])(?:(?:\+|00)86[- ]?)?(?:\((?:010|02\d|0[3-9]\d{2})\)|(?:010|02\d|0[3-9]\d{2}))[- ]{0,2}[1-9]\d{2,3}[- ]?\d{4}(?:\s?(?:转|转接|分机|ext\.?|[-#])\s?\d{1,5})?(?!\d)/gi;
const LANDLINE_WITH_COUNTRY = /(?<!\d)(?:\+|00)?86[- ](?:10|2\d|[3-9]\d{2})[- ]?[1-9]\d{2,3}[- ]?\d{4}(?!\d)/g;
const LOCAL = /(?<![\d.-])[2-9]\d{2,3}[- ]?\d{4}(?:\s?(?:转|分机|-)\s?\d{1,5})?(?![\d-]|\.\d|[元块个件年])/g;
const ABROAD =
  /(?<![\d+])\+(?!86)\d{1,3}[- ]?(?:\(\d{1,4}\)[- ]?)?\d{1,4}(?:[- ]?\d{2,4}){2,4}(?!\d)|(?<!\d)(?:00)?(?:852|853|886)[- ]\d{3,4}[- ]?\d{3,4}(?:[- ]?\d{3})?(?!\d)/g;
const TAIWAN =
  /\((?:\+?(?:852|853|886))\) ?\d{4}[- ]?\d{4}(?!\d)|\(0[2-8]\d?\) ?\d{3,4}-?\d{4}(?![\d-])|(?<![\d-])09\d{8}(?!\d)|(?<![\d-])0[2-8]-\d{3,4}-\d{4}(?![\d-])|(?<!\d)09\d{2}([- ])\d{3}\1\d{3}(?!\d)/g;
// Eight digits in two groups, where Hong Kong or Macao is spoken of or its language is written.
const CANTON = /[唔嘅嚟咗喺畀佢哋啲冇乜嘢邊]|香港|澳门|短讯|港号|澳号|whatsapp/i;
const EIGHT = /(?<![\d-])[2-9]\d{3}[- ]\d{4}(?![\d-])/g;
const DIGITS = "零〇０一二三四五六七八九";
const SPOKEN =
  /[0-9零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖][-\s,、]?(?:[0-9零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖][-\s,、]?){9}[0-9零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]/g;

const AMOUNT = /^\s?(?:[万亿]?[元块美]|[万亿]|%)/;
const PUBLIC_LINE = /(?:热线|总机|官方电话|客服电话|服务电话|举报电话|监督电话)(?:号码)?(?:是|为)?[:\s]{0,3}$/;
const PHONE_WORD =
  /(?:电话|座机|固话|手机|号码|联系方式|致电|拨打|call|phone|tel|mobile)(?:号码?)?(?:是|为|系|係|改成|改为)?[.:\s]{0,3}$/i;
const CODE_WORD = /(?:编号|单号|型号|货号|序列号|SN|sku|ID)(?:是|为)?[:\s]{0,3}$/i;

/** Mobile and landline numbers, with separators or spoken digits. Hotlines (400, 800, 95xxx, 10086, 12315) have other shapes and stay. */
export function phones(text: string): Candidate[] {
  return [...mobiles(text), ...landlines(text), ...spoken(text), ...abroad(text)];
}

function mobiles(text: string): Candidate[] {
  return [...text.matchAll(MOBILE), ...text.matchAll(MOBILE_APART), ...text.matchAll(MOBILE_ODD)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const left = before(text, start, 12);
    const right = after(text, end, 3);
    // A letter before it makes it part of a code, unless the letters say that a phone follows.
    if (/[A-Za-z]$/.test(left) && !/(?:tel|phone|mobile|call|v|vx|wx|wechat|qq|sms)$/i.test(left)) return [];
    if (/^[A-Za-z]/.test(right) || AMOUNT.test(right)) return [];
    if (/[A-Za-z]-$/.test(left) || CODE_WORD.test(left)) return [];
    return [candidate("PHONE", "mobile", start, end, 70)];
  });
}

function landlines(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of [...text.matchAll(LANDLINE), ...text.matchAll(LANDLINE_WITH_COUNTRY)]) {
    const end = match.index + match[0].length;
    // A landline announced as the company's own hotline is public; the article names the company anyway.
    if (PUBLIC_LINE.test(before(text, match.index, 14)) || AMOUNT.test(after(text, end, 3))) continue;
    found.push(candidate("PHONE", "landline", match.index, end, 60));
  }
  for (const match of text.matchAll(LOCAL)) {
    const left = before(text, match.index, 14);
    const digits = bare(match[0]);
    if (!PHONE_WORD.test(left) || PUBLIC_LINE.test(left) || /^(?:400|800|95|96|12)/.test(digits)) continue;
    if (digits.length === 8 && /^20[0-4]\d[01]\d/.test(digits)) continue;
    found.push(candidate("PHONE", "landline", match.index, match.index + match[0].length, 55));
  }
  return found;
}

function spoken(text: string): Candidate[] {
  return [...text.matchAll(SPOKEN)].flatMap((match) => {
    if (!/[^\d\s,、-]/.test(match[0])) return [];
    const digits = Array.from(match[0].replace(/[\s,、-]/g, ""), asDigit).join("");
    const end = match.index + match[0].length;
    if (
      !/^1[3-9]\d{9}$/.test(digits) ||
      /[0-9零〇一二三四五六七八九]/.test(after(text, end, 1)) ||
      AMOUNT.test(after(text, end, 3))
    )
      return [];
    return [candidate("PHONE", "spoken_digits", match.index, end, 70)];
  });
}

function asDigit(letter: string): string {
  if (/\d/.test(letter)) return letter;
  if (letter === "幺") return "1";
  const formal = "零壹贰叁肆伍陆柒捌玖".indexOf(letter);
  if (formal >= 0) return String(formal);
  return String(Math.max(0, DIGITS.indexOf(letter) - 2));
}

function abroad(text: string): Candidate[] {
  const eight = CANTON.test(text) ? [...text.matchAll(EIGHT)] : [];
  return [...text.matchAll(ABROAD), ...text.matchAll(TAIWAN), ...eight].flatMap((match) => {
    const digits = bare(match[0]).length;
    return digits >= 8 && digits <= 15 ? [candidate("PHONE", "abroad", match.index, match.index + match[0].length, 65)] : [];
  });
}
