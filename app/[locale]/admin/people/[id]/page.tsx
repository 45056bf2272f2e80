import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { formatInstant } from "@/components/format";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { db } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { adminEventsOf } from "@/db/queries/invitations";
import { personById } from "@/db/queries/people";
import { isInvitedRole, isStaffRole, STAFF_ROLES } from "@/domain/actors";
import { nameIn } from "@/domain/company-register";
import { AdminEvents } from "../../_components/admin-events";
import { RenewForm, RoleForm, StateForm } from "../people-forms";

export const metadata: Metadata = { robots: { index: false } };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One account: role, access, state, and what was done to it. */
export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requirePage(["admin"], `/admin/people/${id}`);
  const person = UUID.test(id) ? await personById(db(), id) : null;
  if (!person || !isInvitedRole(person.role)) notFound();
  const [t, roles, locale, company, events] = await Promise.all([
    getTranslations("people.admin"),
    getTranslations("roles"),
    getLocale(),
    person.companyId ? findCompany(db(), { id: person.companyId }) : null,
    adminEventsOf(db(), person.id),
  ]);
  const own = actor.userId === person.id;
  const kicker = company ? `${roles(person.role)} · ${nameIn(company, locale)}` : roles(person.role);
  const state = person.disabledAt ? "disabled" : person.totpSealed ? "active" : "notEnrolled";
  return (
    <Page>
      <PageHead
        kicker={kicker}
        title={person.name ?? person.email}
        meta={[
          person.email,
          t(state),
          <LocalLink key="back" href="/admin/people">
            {t("back")}
          </LocalLink>,
        ]}
      />
      {own && (
        <div className="mt-5">
          <Notice>{t("yourself")}</Notice>
        </div>
      )}
      <ClientWords areas={["people.admin"]}>
        {!own && (
          <Section title={t("changeRole")} note={t("changeRoleNote")} close>
            {isStaffRole(person.role) ? (
              <RoleForm
                id={person.id}
                role={person.role}
                roles={STAFF_ROLES.map((value) => ({
                  value,
                  label: t("roleOption", { role: roles(value), does: t(`roleIs.${value}`) }),
                }))}
              />
            ) : (
              <p className="text-ink-2">{t("noChange")}</p>
            )}
          </Section>
        )}
        {!person.disabledAt && (
          <Section title={t("renew")} note={t("renewNote")} close>
            <RenewForm id={person.id} email={person.email} />
          </Section>
        )}
        {!own && (
          <Section
            title={t("disable")}
            note={person.disabledAt ? t("enableNote", { at: formatInstant(person.disabledAt, locale) }) : t("disableNote")}
            close
          >
            <StateForm id={person.id} disabled={Boolean(person.disabledAt)} />
          </Section>
        )}
      </ClientWords>
      <Section title={t("history")} close>
        <AdminEvents events={events} />
      </Section>
    </Page>
  );
}
