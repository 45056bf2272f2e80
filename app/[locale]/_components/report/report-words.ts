import { useLocale, useTranslations } from "next-intl";
import type { ReportView } from "@/app/_server/report-view";
import type { Quarter } from "@/domain/day";
import { inWords, type Replacements } from "@/domain/redaction/redact";
import { REDACTION_TYPES } from "@/domain/redaction/types";
import { isReportLanguage, type ReportLanguage, type Wording, type WordPlace, wordingIn } from "@/domain/report/words";
import type { FigureId } from "@/domain/report-figures/figure";
import { toTraditional } from "@/platform/traditional";

export interface Worded {
  readonly text: string;
  /** Language of the text where it is not the page's. */
  readonly lang: string | undefined;
}

export function worded(wording: Wording | undefined, language: ReportLanguage): Worded | null {
  const found = wordingIn(wording, language, toTraditional);
  return found && { text: found.text, lang: found.original ?? undefined };
}

/** What the editor wrote, in the reader's language, what the record hides named in it; null where nothing is. */
export function useWorded(): (wording: Wording | undefined) => Worded | null {
  const locale = useLocale();
  const hidden = useTranslations("redaction.hidden");
  const language = isReportLanguage(locale) ? locale : "zh-Hans";
  const words = Object.fromEntries(REDACTION_TYPES.map((type) => [type, hidden(type)])) as Replacements;
  return (wording) => {
    const found = worded(wording, language);
    return found && { ...found, text: inWords(found.text, words) };
  };
}

export function usePlaceWords({ report }: ReportView): (place: WordPlace) => Worded | null {
  const say = useWorded();
  return (place) => say(report.words[place]);
}

/** Title of a figure: what it found where the editor wrote it, else its question. */
export function useFigureTitle(view: ReportView): (id: FigureId) => string {
  const t = useTranslations("figures");
  const words = usePlaceWords(view);
  return (id) => words(id as WordPlace)?.text ?? t(`${id}.title` as never);
}

/** "2026年第二季度" and its parts. */
export function useQuarter(): (quarter: string) => { name: string; short: string; vertical: string } {
  const t = useTranslations("reports");
  return (quarter) => {
    const parts = { year: quarter.slice(0, 4), n: (quarter as Quarter).slice(5) };
    return {
      name: t("quarter", parts),
      short: t("quarterShort", parts),
      vertical: t("vertical", { ...parts, year: hanYear(parts.year) }),
    };
  };
}

/** 2026 → 二〇二六, for the line that runs down. */
function hanYear(year: string): string {
  return [...year].map((digit) => "〇一二三四五六七八九"[Number(digit)] ?? digit).join("");
}
