import { random } from "@/db/seed/random";
import { FIFTH } from "./redaction-fifth";
import { HARMLESS_PLAIN } from "./redaction-harmless";
import { SEVENTH } from "./redaction-seventh";
import { SIXTH } from "./redaction-sixth";
import { type Pool, PRACTICE, UNSEEN } from "./redaction-words";

/**
 * Texts made from sentences and fillings: `[TYPE|words]` marks what must be found. The two halves share neither a sentence nor a filling,
 * so that the detectors could be bettered on `practice` and measured on `unseen` once (docs/measured.md: 94.1 % at first sight). They were bettered with
 * what that showed as well, so `unseen` is a known set since.
 */
export function redactionSet(
  half: "practice" | "unseen" | "fifth" | "sixth" | "seventh",
  times = 3,
): { marked: string[]; harmless: string[] } {
  const pool = { practice: PRACTICE, unseen: UNSEEN, fifth: FIFTH, sixth: SIXTH, seventh: SEVENTH }[half];
  const rng = random(`redaction/${half}`);
  const pick = <T>(list: readonly T[]) => list[Math.floor(rng.next() * list.length)] as T;
  const digits = (n: number) => Array.from({ length: n }, () => Math.floor(rng.next() * 10)).join("");
  const marked = pool.sentences.flatMap((sentence) =>
    Array.from({ length: times }, () =>
      sentence.replace(/\{([A-Z_]+)(?::(\w+))?\}/g, (_, type: string, kind?: string) => {
        const words = fill(pool, type, kind);
        return `[${type}|${words}]`;
      }),
    ),
  );
  return { marked, harmless: [...pool.harmless, ...(half === "unseen" ? HARMLESS_PLAIN : [])] };

  function fill(from: Pool, type: string, kind?: string): string {
    if (type === "PHONE" && !from.fillings[kind ?? ""]) return phone(pick(kind ? [kind] : from.phones));
    if (type === "ID_CARD") return idCard();
    if (type === "BANK_CARD") return bankCard(pick(from.cards));
    if (type === "PLATE") return pick(from.plates)();
    return pick(from.fillings[kind ?? type] ?? []).replace(/#/g, () => digits(1));
  }
  function phone(form: string): string {
    const number = `1${pick(["38", "59", "77", "86", "99", "35", "52"])}${digits(8)}`;
    const [a, b, c] = [number.slice(0, 3), number.slice(3, 7), number.slice(7)];
    if (form === "spaced") return `${a} ${b} ${c}`;
    if (form === "dashed") return `${a}-${b}-${c}`;
    if (form === "full") return number.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)));
    if (form === "han") return number.replace(/\d/g, (d) => "零一二三四五六七八九".charAt(Number(d)));
    if (form === "yao") return number.replace(/\d/g, (d) => "零幺二三四五六七八九".charAt(Number(d)));
    if (form === "prefix") return `+86 ${number}`;
    if (form === "country") return `(+86)${number}`;
    if (form === "dots") return `${a}.${b}.${c}`;
    if (form === "tight") return `86${number}`;
    if (form === "odd") return `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`;
    if (form === "landline") return `${pick(["010", "021", "0755", "0571"])}-${pick(["6", "8", "5"])}${digits(7)}`;
    if (form === "landline2") return `（${pick(["020", "0592", "028"])}）8${digits(3)} ${digits(4)}`;
    if (form === "hk") return `+852 ${pick(["6", "9", "5"])}${digits(3)} ${digits(4)}`;
    if (form === "tw") return `09${digits(2)}-${digits(3)}-${digits(3)}`;
    return number;
  }
  function idCard(): string {
    const month = String(1 + Math.floor(rng.next() * 12)).padStart(2, "0");
    const front = `${pick(["110105", "440304", "330106", "510104", "420111"])}19${5 + Math.floor(rng.next() * 5)}${digits(1)}${month}${1 + Math.floor(rng.next() * 2)}${1 + Math.floor(rng.next() * 8)}${digits(3)}`;
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = weights.reduce((total, weight, i) => total + weight * Number(front[i]), 0);
    return front + "10X98765432".charAt(sum % 11);
  }
  function bankCard(form: string): string {
    const front = pick(["622202", "621700", "622848", "621661"]) + digits(form === "sixteen" ? 9 : 12);
    let sum = 0;
    for (const [i, d] of [...front].reverse().entries()) {
      const twice = i % 2 === 0 ? Number(d) * 2 : Number(d);
      sum += twice > 9 ? twice - 9 : twice;
    }
    const number = front + ((10 - (sum % 10)) % 10);
    return form === "spaced" ? number.replace(/(\d{4})(?=\d)/g, "$1 ") : number;
  }
}
