import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { ThenList } from "@/components/ui/notice";
import { Section } from "@/components/ui/page";
import type { PublishedRuling } from "@/db/queries/public-record";
import type { RulingVersionRow } from "@/db/queries/ruling-versions";
import type { Day } from "@/domain/day";
import { RulingVersions } from "./ruling-versions";

/** What became of the ruling since it was signed: review, variation, annulment, finality; with what a varied one said before. */
export function RulingHistory({
  ruling,
  versions,
  words,
}: {
  ruling: PublishedRuling;
  versions: readonly RulingVersionRow[];
  /** Puts hidden places into the reader's words. */
  words: (text: string) => string;
}) {
  const t = useTranslations("ruling");
  const on = (day: Day) => <DateText day={day} form="date" />;
  const items = [
    { key: "signed", when: on(ruling.signedOn), what: t("historySigned") },
    ...(ruling.status === "under_review" ? [{ key: "review", when: t("historyNow"), what: t("historyReview") }] : []),
    ...(ruling.annulledOn
      ? [{ key: "annulled", when: on(ruling.annulledOn), what: t("historyAnnulled") }]
      : ruling.finalOn
        ? [{ key: "final", when: on(ruling.finalOn), what: t(ruling.status === "varied" ? "historyVaried" : "historyFinal") }]
        : []),
  ];
  return (
    <Section title={t("history")}>
      <ThenList items={items} ordered />
      <RulingVersions versions={versions} current={ruling.version} words={words} />
    </Section>
  );
}
