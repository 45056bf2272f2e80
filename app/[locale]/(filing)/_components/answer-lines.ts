import { getLocale, getTranslations } from "next-intl/server";
import { formatDay, formatNumber } from "@/components/format";
import { isDay } from "@/domain/day";
import { answerList, answerText, type DraftAnswers, type FactField, factsToAsk, WANT_KINDS } from "@/domain/filing";
import { isSituationId } from "@/domain/situations";
import { readCount } from "@/services/read-answers";

/** One thing that was answered: the question and the answer, in words. */
export interface AnswerLine {
  readonly key: string;
  readonly question: string;
  readonly answer: string;
}

/** The situations chosen, in words. */
export async function situationWords(answers: DraftAnswers): Promise<string[]> {
  const t = await getTranslations("situations");
  return answerList(answers, "situations")
    .filter(isSituationId)
    .map((id) => t(`${id}.title`));
}

/** What is asked for, in words. */
export async function wishWords(answers: DraftAnswers): Promise<string[]> {
  const t = await getTranslations("file.wish.kinds");
  const kinds = WANT_KINDS.filter((kind) => answerList(answers, "wantsKinds").includes(kind)).map((kind) => t(kind));
  const more = answerText(answers, "wants").trim();
  return more ? [...kinds, more] : kinds;
}

/** The facts that were answered, of those that are asked for these situations. */
export async function factLines(answers: DraftAnswers): Promise<AnswerLine[]> {
  const [t, channels, locale] = await Promise.all([getTranslations("file.details"), getTranslations("channels"), getLocale()]);
  const day = (typed: string) => (isDay(typed) ? formatDay(typed, locale, "date") : typed);
  const said: Partial<Record<FactField, (typed: string) => string>> = {
    channel: (typed) => (channels.has(typed) ? channels(typed) : typed),
    occurredOn: day,
    promisedBy: day,
    humanRequests: (typed) => `${count(typed)}${gap(locale)}${t("times")}`,
    interruptions: (typed) => `${count(typed)}${gap(locale)}${t("times")}`,
    menuDepth: (typed) => `${count(typed)}${gap(locale)}${t("levels")}`,
    sameReplyRepeated: (typed) => `${count(typed)}${gap(locale)}${t("repeats")}`,
    lossYuan: (typed) => `${Number.isFinite(Number(typed)) ? formatNumber(Number(typed)) : typed}${gap(locale)}${t("yuan")}`,
    reachedHuman: (typed) => t(typed === "yes" ? "found" : "notFound"),
    loopback: (typed) => t(typed === "yes" ? "yes" : "no"),
  };
  const asked = factsToAsk(answerList(answers, "situations"));
  const lines: AnswerLine[] = [];
  for (const fact of asked) {
    const typed = answerText(answers, fact).trim();
    if (fact === "waitMinutes" || fact === "waitSeconds") {
      const wait = waitWords(answers, t("minutes"), t("seconds"), gap(locale));
      if (fact === "waitMinutes" && wait) lines.push({ key: fact, question: t("wait"), answer: wait });
    } else if (typed) lines.push({ key: fact, question: t(fact), answer: said[fact]?.(typed) ?? typed });
  }
  return lines;
}

/** The number that was read, or what was typed where there is none. */
const count = (typed: string): string => {
  const read = readCount(typed);
  return read === null || Number.isNaN(read) ? typed : String(read);
};

const gap = (locale: string) => (locale === "en" ? " " : "");

function waitWords(answers: DraftAnswers, minutes: string, seconds: string, space: string): string {
  const [m, s] = [answerText(answers, "waitMinutes").trim(), answerText(answers, "waitSeconds").trim()];
  return [m && `${count(m)}${space}${minutes}`, s && `${count(s)}${space}${seconds}`].filter(Boolean).join(space);
}
