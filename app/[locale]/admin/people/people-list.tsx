import { useLocale, useTranslations } from "next-intl";
import { formatInstant } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { DataTable } from "@/components/ui/table";
import type { listStaff } from "@/db/queries/people";
import { nameIn } from "@/domain/company-register";

type Person = Awaited<ReturnType<typeof listStaff>>[number];

/** The company someone acts for, in the reader's language. */
export function companyOf(row: Pick<Person, "companyName" | "companyNameHant" | "companyNameEn">, locale: string): string {
  const { companyName: name, companyNameHant: nameHant, companyNameEn: nameEn } = row;
  return name ? nameIn({ name, nameHant: nameHant ?? name, nameEn: nameEn ?? name }, locale) : "";
}

const stateOf = (person: Person) => (person.disabledAt ? "disabled" : person.enrolled ? "active" : "notEnrolled");

/** Who has an account: a table where there is room, a line or two each on the phone. */
export function PeopleList({ people }: { people: Person[] }) {
  const t = useTranslations("people.admin");
  const roles = useTranslations("roles");
  const locale = useLocale();
  if (people.length === 0) return <EmptyState looked={t("empty")} />;
  const role = (p: Person) => (roles.has(p.role) ? roles(p.role) : p.role);
  const seen = (p: Person) => (p.lastSeenAt ? formatInstant(new Date(p.lastSeenAt), locale) : t("never"));
  const columns = (["person", "role", "of", "mail", "state", "lastSeen"] as const).map((key) => ({ key, label: t(key) }));
  const link = (p: Person) => (
    <LocalLink href={`/admin/people/${p.id}`} className="whitespace-nowrap">
      {p.name ?? p.email}
    </LocalLink>
  );
  return (
    <>
      <div className="hidden wide:block">
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={people.map((p) => ({
            key: p.id,
            cells: [
              link(p),
              role(p),
              companyOf(p, locale),
              p.email,
              t(stateOf(p)),
              <span key="seen" className="whitespace-nowrap">
                {seen(p)}
              </span>,
            ],
          }))}
        />
      </div>
      <ul className="ink-t wide:hidden">
        {people.map((p) => (
          <li key={p.id} className="grid gap-0.5 py-3 hair-b">
            <span className="flex flex-wrap justify-between gap-x-4">
              <b className="font-medium">{link(p)}</b>
              <span>{[role(p), companyOf(p, locale)].filter(Boolean).join(" · ")}</span>
            </span>
            <span className="text-ink-2">{p.email}</span>
            <span className="flex flex-wrap gap-x-4 text-ink-2">
              <span>{t(stateOf(p))}</span>
              <span>{p.lastSeenAt ? `${t("lastSeen")} ${seen(p)}` : seen(p)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
