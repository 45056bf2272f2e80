import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { currentDraft } from "@/app/_server/filing";
import { formatDay } from "@/components/format";
import { LinkButton } from "@/components/ui/button";
import { LocalLink } from "@/components/ui/local-link";
import { Notice, ThenList } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { Phrases } from "@/components/ui/phrases";
import { PLACES } from "@/components/ui/places";
import { dayOf } from "@/domain/day";
import { answerText, stepNumber } from "@/domain/filing";
import { FILING_RULES } from "@/services/guard-filing";
import { BeginAgain } from "../_components/begin-again";
import { FilingBar } from "../_components/filing-bar";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("file");
  return { title: t("title"), robots: { index: true } };
}

/** What one needs, how long it takes, and a draft that was begun. */
export default async function StartPage() {
  const [t, locale, { draft }] = await Promise.all([getTranslations("file"), getLocale(), currentDraft()]);
  const company = draft ? answerText(draft.data.answers, "companyName") : "";
  return (
    <>
      <FilingBar />
      <Page width="ask">
        <h1 className="pt-7 text-h1">
          <Phrases text={t("start.title")} />
        </h1>
        <p className="mt-2 text-lead">{t("start.lead")}</p>
        {draft ? (
          <div className="mt-7 grid gap-3">
            <Notice tone="ink" title={t("start.resumeTitle")}>
              <p>
                {t(company ? "start.resumeAbout" : "start.resumeNoName", {
                  company,
                  step: stepNumber(draft.step),
                  day: formatDay(dayOf(draft.row.updatedAt), locale, "day"),
                })}
              </p>
            </Notice>
            <LinkButton href={`/file/${draft.step}`} big block className="mt-2">
              {t("start.resume")}
            </LinkButton>
            <BeginAgain />
          </div>
        ) : (
          <div className="mt-7">
            <LinkButton href="/file/company" big block>
              {t("start.go")}
            </LinkButton>
          </div>
        )}
        <h2 className="mt-10 text-h3">{t("start.needs")}</h2>
        <ul className="mt-2">
          {(["need1", "need2", "need3", "need4"] as const).map((need) => (
            <li key={need} className="py-2.5 hair-b">
              {t(`start.${need}`)}
            </li>
          ))}
        </ul>
        <div className="mt-5 grid gap-4">
          <Notice small>{t("start.evidence")}</Notice>
          <p className="text-small text-ink-2">{t("start.how")}</p>
        </div>
        <h2 className="mt-10 text-h3">{t("start.then")}</h2>
        <ThenList
          items={[
            { key: "accept", when: t("start.then1"), what: t("start.then1what") },
            { key: "rule", when: t("start.then2"), what: t("start.then2what") },
          ]}
        />
        <ul className="mt-8 grid gap-2">
          <li>
            <LocalLink href="/file/resume">{t("start.haveCode")}</LocalLink>
          </li>
          <li>
            <LocalLink href={PLACES.scope}>{t("start.scope")}</LocalLink>
          </li>
          <li>
            <LocalLink href={PLACES.offline}>{t("start.offline")}</LocalLink>
          </li>
        </ul>
        <p className="mt-6 text-note text-ink-2">
          {t("start.speed", {
            burst: FILING_RULES.network[0].max,
            day: FILING_RULES.network[2].max,
            account: FILING_RULES.account.max,
          })}
        </p>
      </Page>
    </>
  );
}
