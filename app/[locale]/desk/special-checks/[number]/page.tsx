import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { requirePage } from "@/app/_server/session";
import { formatDay, formatInstant } from "@/components/format";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { Phrases } from "@/components/ui/phrases";
import { PLACES } from "@/components/ui/places";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { peopleNamed } from "@/db/queries/desk-lists";
import { casesOfCheck, type DeskCheck, deskCheck } from "@/db/queries/special-checks";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import { type ConfirmedRedactions, unconfirmedPlaces } from "@/domain/publication/content";
import { CHECK_NUMBER } from "@/domain/special-check";
import { textsOfCheck } from "@/services/conclude-special-check";
import { CheckMeasure, useCheckTitle } from "../../../_components/check/check-words";
import { ConclusionForm, NoteForm, SignCheckForms } from "./_components/check-forms";
import { AgainWeeks, CheckHistory, CheckNotes, GatheredCases } from "./_components/check-record";
import { CheckRedaction } from "./_components/check-redaction";

type Params = Promise<{ number: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await params).number };
}

function Part({ title, id, children }: { title: string; id?: string; children: ReactNode }) {
  return (
    <section id={id} aria-label={title} className="case-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** What the check waits for, as whoever reads needs to know it. */
function waitsFor(state: string, role: string, redactionOpen: boolean) {
  if (state === "concluded") return "over";
  if (state === "open") return role === "officer" ? "write" : "officer";
  return redactionOpen ? "redact" : "supervisor";
}

/** A special check on one page: what opened it, its cases, the conclusion from draft to signature, notes, history. */
export default async function DeskCheckPage({ params }: { params: Params }) {
  const { number } = await params;
  const actor = await requirePage(["officer", "supervisor"], `/desk/special-checks/${number}`);
  const whole = CHECK_NUMBER.test(number) ? await deskCheck(db(), number) : null;
  if (!whole) notFound();
  const { check } = whole;
  const [t, results, locale, now] = await Promise.all([
    getTranslations("desk.specialChecks"),
    getTranslations("specialChecks.result"),
    getLocale(),
    portalNow(db()),
  ]);
  const names = await peopleNamed(db(), [
    ...whole.events.flatMap((event) => event.actorId ?? []),
    ...whole.notes.map((note) => note.by),
  ]);
  const texts = textsOfCheck(check);
  const confirmed = (check.redaction ?? {}) as ConfirmedRedactions;
  const open = unconfirmedPlaces(texts, confirmed).length > 0;
  const why = check.draftedBy === actor.userId ? t("samePerson") : open ? t("redactionOpen") : null;
  return (
    <ClientWords areas={["desk.specialChecks", "desk.redaction", "redaction.type", "specialChecks.result", "ui"]}>
      <Page width="desk">
        <CheckHead whole={whole} locale={locale} />
        <div className="case-grid">
          <div className="case-todo">
            <Part title={t("todo")}>
              {check.state === "drafted" && actor.role === "supervisor" ? (
                <SignCheckForms reference={number} why={why} />
              ) : (
                <p className="text-ink-2">{t(`now.${waitsFor(check.state, actor.role, open)}`)}</p>
              )}
            </Part>
          </div>
          <div className="case-main">
            <Part title={t("conclude")} id="conclusion">
              {check.returnReason && check.state === "open" && (
                <div className="mb-4">
                  <Notice tone="ink">{t("returned", { reason: check.returnReason })}</Notice>
                </div>
              )}
              {check.state === "open" && actor.role === "officer" && (
                <ConclusionForm reference={number} result={check.result ?? ""} conclusion={check.conclusion ?? ""} />
              )}
              {check.state === "open" && actor.role === "supervisor" && <p className="text-ink-2">{t("officerWrites")}</p>}
              {check.state !== "open" && <p className="font-medium">{check.result && results(check.result as "no_breach")}</p>}
              {check.state === "concluded" && <p className="mt-2 max-w-measure whitespace-pre-line">{check.conclusion}</p>}
            </Part>
            {check.state === "drafted" && (
              <Part title={t("redaction")} id="redaction">
                <CheckRedaction number={number} texts={texts} confirmed={confirmed} may />
              </Part>
            )}
            <Part title={t("trigger")}>
              <CheckMeasure check={check} />
              <AgainWeeks weeks={whole.weeks} />
            </Part>
            <Part title={t("casesTitle")}>
              <p className="mb-2 text-note text-ink-2">{t("casesNote")}</p>
              <GatheredCases cases={await casesOfCheck(db(), check.id, now)} />
            </Part>
            <Part title={t("statement")}>
              {check.statement && check.statedAt ? (
                <>
                  <p className="text-note text-ink-2">{t("statedAt", { at: formatInstant(check.statedAt, locale) })}</p>
                  <p className="max-w-measure whitespace-pre-line">{check.statement}</p>
                </>
              ) : (
                <p className="text-ink-2">{t("noStatement")}</p>
              )}
            </Part>
          </div>
          <div className="case-aside">
            <Part title={t("notes")}>
              <CheckNotes notes={whole.notes} names={names} />
              {check.state !== "concluded" && (
                <div className="mt-4">
                  <NoteForm reference={number} kept={whole.notes.length} />
                </div>
              )}
            </Part>
            <Part title={t("history")}>
              <CheckHistory events={whole.events} names={names} />
            </Part>
          </div>
        </div>
      </Page>
    </ClientWords>
  );
}

function CheckHead({ whole: { check, company }, locale }: { whole: DeskCheck; locale: string }) {
  const t = useTranslations("desk.specialChecks");
  const words = useTranslations("specialChecks");
  const title = useCheckTitle();
  return (
    <header className="case-head">
      <div className="min-w-0">
        <p className="text-note text-ink-2">
          {check.number}
          <span className="ml-3">{nameIn(company, locale)}</span>
          <span className="ml-3">{words("opened", { day: formatDay(dayOf(check.openedAt), locale, "date") })}</span>
          <span className="ml-3">{t(`group.${check.state as "open"}`)}</span>
        </p>
        <h1 className="text-h1">
          <Phrases text={title(check)} />
        </h1>
      </div>
      <p className="flex flex-wrap gap-x-5 text-note">
        <LocalLink href={`/desk/companies/${company.slug}`}>{t("companyPage")}</LocalLink>
        <LocalLink href={`${PLACES.specialChecks}/${check.number}`}>{t("publicPage")}</LocalLink>
      </p>
    </header>
  );
}
