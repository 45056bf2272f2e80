import { useTranslations } from "next-intl";
import { RulingList, RulingRow } from "@/components/case/ruling-row";
import { formatNumber } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import type { CreditEntry } from "@/db/queries/credit-file";
import type { Outcome } from "@/domain/findings";
import { useCheckTitle } from "../../../../_components/check/check-words";
import { useHidden } from "../../../../_components/use-hidden";

/** The credit file: final rulings, rectifications, special checks, dial tests, frozen scores and corrections in order, each linked (RULES §6). */
export function CreditFile({ credit, slug }: { credit: { entries: CreditEntry[]; total: number }; slug: string }) {
  const t = useTranslations("company.credit");
  return (
    <Section
      title={t("title")}
      note={
        <>
          <p>{t("note", { n: credit.total })}</p>
          <LocalLink href={`${PLACES.companies}/${slug}/credit-file`}>{t("whole")}</LocalLink>
          <LocalLink href={`${PLACES.rulings}?company=${slug}`}>{t("rulings")}</LocalLink>
        </>
      }
    >
      <CreditEntries entries={credit.entries} slug={slug} />
    </Section>
  );
}

/** Entries of a credit file, the newest first. */
export function CreditEntries({ entries, slug }: { entries: readonly CreditEntry[]; slug: string }) {
  const t = useTranslations("company.credit");
  const rectification = useTranslations("company.credit.rectification");
  const list = useTranslations("rulings");
  const say = useHidden();
  const checkTitle = useCheckTitle();
  const result = useTranslations("specialChecks.result");
  return (
    <RulingList>
      {entries.map((e) => {
        if (e.kind === "ruling")
          return (
            <RulingRow
              key={`r${e.number}`}
              day={e.day}
              {...(e.status === "annulled"
                ? { title: list("withdrawn", { number: e.number }) }
                : { title: say(e.title), lang: "zh-Hans" })}
              href={`${PLACES.rulings}/${e.number}`}
              {...(e.status === "annulled" ? { aside: t("annulled") } : { outcome: e.outcome as Outcome })}
            >
              {e.findings.map((f) => f.clause).join("  ")}
            </RulingRow>
          );
        if (e.kind === "rectification")
          return (
            <RulingRow
              key={`c${e.findingId}${e.step}${e.day}`}
              day={e.day}
              title={say(e.title)}
              lang="zh-Hans"
              href={`${PLACES.rulings}/${e.number}`}
              aside={rectification(e.step)}
            >
              {e.clause}
            </RulingRow>
          );
        if (e.kind === "check")
          return (
            <RulingRow
              key={`k${e.number}${e.step}`}
              day={e.day}
              title={checkTitle(e)}
              href={`${PLACES.specialChecks}/${e.number}`}
              aside={e.step === "opened" ? t("checkOpened") : result(e.result ?? "no_breach")}
            >
              {t(e.step === "opened" ? "check" : "checkConcluded", { number: e.number })}
            </RulingRow>
          );
        if (e.kind === "dial")
          return (
            <RulingRow
              key={`d${e.quarter}`}
              day={e.day}
              title={t("dial", { year: e.quarter.slice(0, 4), q: e.quarter.slice(5), n: e.tests })}
              href={`${PLACES.companies}/${slug}#dial-tests`}
              aside={t("dialPassed", { passed: e.passed, n: e.tests })}
            />
          );
        if (e.kind === "correction")
          return (
            <RulingRow
              key={`v${e.number}${e.version}`}
              day={e.day}
              title={t("varied", { number: e.number, version: e.version })}
              href={`${PLACES.rulings}/${e.number}`}
              aside={t("correction")}
            >
              <span lang="zh-Hans">{say(e.reason)}</span>
            </RulingRow>
          );
        if (e.kind === "score")
          return (
            <RulingRow
              key={`s${e.period}`}
              day={e.day}
              title={t("frozen", { year: e.period.slice(0, 4), q: e.period.slice(5) })}
              aside={e.score === null ? (e.band ?? "NR") : formatNumber(e.score, 1)}
            >
              {t("recompute")}
            </RulingRow>
          );
        return <RulingRow key={`m${e.day}${e.name}`} day={e.day} title={t("merged", { name: e.name })} aside="" />;
      })}
    </RulingList>
  );
}
