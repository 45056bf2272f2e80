import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { nextPath } from "@/app/_server/auth";
import { roleHome } from "@/app/_server/role-home";
import { currentActor } from "@/app/_server/session";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Notice } from "@/components/ui/notice";
import { Page, PageHead, Section } from "@/components/ui/page";
import { db } from "@/db/client";
import { companyNames } from "@/db/queries/companies";
import { DEMO_PEOPLE } from "@/db/seed/demo-people";
import { isDemo } from "@/platform/env";
import { type DemoRole, DemoRoles } from "./demo-roles";
import { MailLinkForm, PasswordForm } from "./sign-in-forms";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.signIn");
  return { title: t("title"), robots: { index: false } };
}

async function demoRoles(): Promise<DemoRole[]> {
  const t = await getTranslations("people.signIn.demoRole");
  const roles = await getTranslations("roles");
  const slugs = DEMO_PEOPLE.flatMap((person) => person.companySlug ?? []);
  const names = await companyNames(db(), slugs, await getLocale());
  return DEMO_PEOPLE.map(({ key, role, name, companySlug }) => ({
    key,
    name,
    role: companySlug ? `${names.get(companySlug) ?? companySlug}` : roles(role),
    does: t(role),
  }));
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const [t, roles, actor, query] = await Promise.all([
    getTranslations("people.signIn"),
    getTranslations("roles"),
    currentActor(),
    searchParams,
  ]);
  const next = nextPath(query.next) ?? undefined;
  const onward = next ? { next } : {};
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      {actor && (
        <div className="mt-6">
          <Notice tone="ink">
            {t("already", { name: actor.name, role: roles(actor.role) })}{" "}
            <span className="inline-flex flex-wrap gap-x-4">
              <LocalLink href={roleHome(actor.role)}>{t("goOn")}</LocalLink>
              <LocalLink href="/sign-out">{t("out")}</LocalLink>
            </span>
          </Notice>
        </div>
      )}
      <ClientWords areas={["people.signIn"]}>
        {isDemo() && (
          <Section title={t("demo")} note={t("demoNote")} close>
            <DemoRoles roles={await demoRoles()} {...onward} />
          </Section>
        )}
        <Section title={t("consumer")} note={t("consumerNote")} close={!isDemo()}>
          <MailLinkForm {...onward} />
        </Section>
        <Section title={t("staff")} note={t("staffNote")}>
          <PasswordForm {...onward} />
          <p className="mt-5 text-small text-ink-2">{t("forgot")}</p>
        </Section>
      </ClientWords>
    </Page>
  );
}
