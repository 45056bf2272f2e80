import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage, type SignedIn } from "@/app/_server/session";
import { formatInstant } from "@/components/format";
import { LinkButton } from "@/components/ui/button";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { db } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { feedSince } from "@/db/queries/desk-duties";
import { personById, recoveryCodesLeft } from "@/db/queries/people";
import { sessionsOf } from "@/db/queries/sessions";
import { SIGNED_IN_ROLES } from "@/domain/actors";
import { nameIn } from "@/domain/company-register";
import { LOCALES } from "@/platform/i18n/routing";
import {
  CalendarForm,
  DetailsForm,
  EraseAccountForm,
  PasswordChangeForm,
  RecoveryCodesForm,
  type SessionLine,
  SessionsForm,
} from "./account-forms";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.account");
  return { title: t("title"), robots: { index: false } };
}

async function sessionLines(actor: SignedIn): Promise<SessionLine[]> {
  const [t, locale, rows] = await Promise.all([getTranslations("people.account"), getLocale(), sessionsOf(db(), actor.userId)]);
  return rows.map((row) => ({
    id: row.id,
    device: row.device ?? t("unknownDevice"),
    since: t("since", { at: formatInstant(row.createdAt, locale) }),
    seen: t("seen", { at: formatInstant(row.lastSeenAt, locale) }),
    here: row.id === actor.sessionId,
  }));
}

async function calendarSince(userId: string): Promise<string | null> {
  const [t, locale, at] = await Promise.all([getTranslations("people.account"), getLocale(), feedSince(db(), userId)]);
  return at && t("calendarSince", { at: formatInstant(at, locale) });
}

export default async function AccountPage() {
  const actor = await requirePage(SIGNED_IN_ROLES, "/account");
  const [t, roles, nav, locale] = await Promise.all([
    getTranslations("people.account"),
    getTranslations("roles"),
    getTranslations("nav"),
    getLocale(),
  ]);
  const [person, company, lines] = await Promise.all([
    personById(db(), actor.userId),
    actor.companyId ? findCompany(db(), { id: actor.companyId }) : null,
    sessionLines(actor),
  ]);
  const languages = LOCALES.map((value) => ({ value, label: nav(`languages.${value}`) }));
  return (
    <Page>
      <PageHead
        kicker={company ? `${roles(actor.role)} · ${nameIn(company, locale)}` : roles(actor.role)}
        title={actor.name}
        meta={[actor.email]}
        side={
          <LinkButton kind="plain" href="/sign-out">
            {t("out")}
          </LinkButton>
        }
      />
      <ClientWords areas={["people.account"]}>
        {actor.role === "complainant" && (
          <Section title={t("mine")} note={t("mineNote")} close>
            <LocalLink href="/track">{t("mineLink")}</LocalLink>
          </Section>
        )}
        <Section title={t("details")} note={t("detailsNote")} close={actor.role !== "complainant"}>
          <DetailsForm name={person?.name ?? ""} locale={actor.locale} languages={languages} />
        </Section>
        <Section title={t("sessions")} note={t(person?.passwordHash ? "sessionsNotePassword" : "sessionsNote")}>
          <SessionsForm sessions={lines} />
        </Section>
        {(actor.role === "officer" || actor.role === "supervisor") && (
          <Section title={t("calendar")} note={t("calendarNote")}>
            <CalendarForm since={await calendarSince(actor.userId)} />
          </Section>
        )}
        {actor.role === "complainant" && (
          <Section title={t("erase")} note={t("eraseNote")}>
            <EraseAccountForm />
          </Section>
        )}
        {person?.passwordHash && (
          <>
            <Section title={t("password")} note={t("passwordNote")}>
              <PasswordChangeForm />
            </Section>
            <Section
              title={t("codes")}
              note={`${t("codesNote")}${t("codesLeft", { count: await recoveryCodesLeft(db(), actor.userId) })}`}
            >
              <RecoveryCodesForm />
            </Section>
          </>
        )}
      </ClientWords>
    </Page>
  );
}
