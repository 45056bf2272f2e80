import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { currentDraft, draftHolder } from "@/app/_server/filing";
import { formatDay } from "@/components/format";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { inFours } from "@/domain/case-number";
import { dayOf } from "@/domain/day";
import { answerText } from "@/domain/filing";
import { draftTokenHash } from "@/services/draft-file";
import { FilingBar } from "../../_components/filing-bar";
import { MailLink } from "../../_components/mail-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("file.keep");
  return { title: t("title") };
}

/** How to come back to a draft: this device, a code on paper, a mail, the account. */
export default async function KeepPage() {
  const [t, locale, holder, { draft }] = await Promise.all([
    getTranslations("file.keep"),
    getLocale(),
    draftHolder(),
    currentDraft(),
  ]);
  if (!draft) redirect(`/${locale}/file`);
  const code = holder.token && draft.row.tokenHash === draftTokenHash(holder.token) ? holder.token : null;
  return (
    <>
      <FilingBar />
      <Page width="ask">
        <h1 className="pt-7 text-h1">{t("title")}</h1>
        <p className="mt-2">{t("lead", { day: formatDay(dayOf(draft.row.expiresAt), locale, "day") })}</p>
        <p className="mt-4">{t("thisDevice")}</p>
        {draft.row.userId && holder.userId === draft.row.userId && <p className="mt-2">{t("account")}</p>}
        {code && (
          <>
            <p className="mt-2">{t("other")}</p>
            <div className="wenwu mt-6" />
            <dl className="pt-4">
              <dt className="text-small text-ink-2">{t("code")}</dt>
              <dd className="slip-number">{inFours(code)}</dd>
            </dl>
            <div className="mt-3">
              <Notice small>{t("codeNote")}</Notice>
            </div>
            <MailLink email={answerText(draft.data.answers, "email")} />
          </>
        )}
        <div className="mt-8">
          <LinkButton href={`/file/${draft.step}`} big block>
            {t("goOn")}
          </LinkButton>
        </div>
      </Page>
    </>
  );
}
