import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { formatInstant } from "@/components/format";
import { LinkButton } from "@/components/ui/button";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead } from "@/components/ui/page";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { openInvitations } from "@/db/queries/invitations";
import { listStaff } from "@/db/queries/people";
import { INVITED_ROLES } from "@/domain/actors";
import { TakeBackForm } from "./people-forms";
import { companyOf, PeopleList } from "./people-list";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.admin");
  return { title: t("title") };
}

/** Chinese names by pinyin in every language of the page. */
const BY_NAME = new Intl.Collator("zh-Hans-u-co-pinyin");

export default async function PeoplePage({ searchParams }: { searchParams: Promise<{ role?: string }> }) {
  await requirePage(["admin"], "/admin/people");
  const [t, roles, locale, { role }] = await Promise.all([
    getTranslations("people.admin"),
    getTranslations("roles"),
    getLocale(),
    searchParams,
  ]);
  const [people, invitations] = await Promise.all([listStaff(db()), openInvitations(db(), await portalNow(db()))]);
  const shown = people
    .filter((p) => !role || p.role === role)
    .sort(
      (a, b) =>
        Number(Boolean(a.disabledAt)) - Number(Boolean(b.disabledAt)) || BY_NAME.compare(a.name ?? a.email, b.name ?? b.email),
    );
  const disabled = people.filter((p) => p.disabledAt).length;
  return (
    <Page>
      <PageHead
        title={t("title")}
        lead={t("lead", { active: people.length - disabled, disabled, open: invitations.length })}
        meta={[t("note")]}
        side={<LinkButton href="/admin/people/invite">{t("invite")}</LinkButton>}
      />
      <div className="mt-6 grid gap-x-8 gap-y-5 pb-12 wide:grid-cols-[168px_minmax(0,1fr)]">
        <nav aria-label={t("role")} className="facets">
          <h2>{t("role")}</h2>
          <ul className="narrow:flex narrow:flex-wrap narrow:gap-x-5">
            {[undefined, ...INVITED_ROLES].map((r) => (
              <li key={r ?? "all"}>
                <LocalLink
                  href={r ? `/admin/people?role=${r}` : "/admin/people"}
                  aria-current={role === r ? "page" : undefined}
                  className="gap-1.5"
                >
                  {r ? roles(r) : t("all")}
                  <small>{people.filter((p) => !r || p.role === r).length}</small>
                </LocalLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-w-0">
          <PeopleList people={shown} />
          {invitations.length > 0 && !role && (
            <section className="mt-8">
              <h2 className="pb-1">{t("invitations")}</h2>
              <ClientWords areas={["people.admin"]}>
                <ul className="ink-t">
                  {invitations.map((i) => (
                    <li key={i.id} className="flex flex-wrap items-baseline gap-x-5 gap-y-1 py-2 hair-b">
                      <span className="min-w-[7em] font-medium">{i.name}</span>
                      <span>
                        {[roles.has(i.role) ? roles(i.role) : i.role, companyOf(i, locale)].filter(Boolean).join(" · ")}
                      </span>
                      <span className="text-ink-2">{i.email}</span>
                      <span className="text-ink-2">{t("until", { at: formatInstant(i.expiresAt, locale) })}</span>
                      <TakeBackForm id={i.id} />
                    </li>
                  ))}
                </ul>
              </ClientWords>
            </section>
          )}
        </div>
      </div>
    </Page>
  );
}
