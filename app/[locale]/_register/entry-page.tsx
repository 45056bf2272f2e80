import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { Page, PageHead } from "@/components/ui/page";
import { db } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { nameIn, SECTORS, SIZE_CLASSES } from "@/domain/company-register";
import { EntryForm } from "./entry-form";
import type { RegisterBase } from "./places";

async function options() {
  const [t, sectors] = await Promise.all([getTranslations("register"), getTranslations("sectors")]);
  return {
    sectors: SECTORS.map((value) => ({ value, label: sectors(value) })),
    sizes: SIZE_CLASSES.map((value) => ({ value, label: `${t(`sizes.${value}`)} · ${t(`sizeNote.${value}`)}` })),
  };
}

/** A new company; `name` is what someone looked for and did not find. */
export async function NewEntry({ base, name }: { base: RegisterBase; name?: string }) {
  const t = await getTranslations("register");
  return (
    <Page width="ask">
      <PageHead kicker={<LocalLink href={base}>{t("form.backList")}</LocalLink>} title={t("newTitle")} lead={t("newLead")} />
      <div className="mt-6">
        <ClientWords areas={["register.form"]}>
          <EntryForm base={base} entry={name ? { name } : {}} {...(await options())} />
        </ClientWords>
      </div>
    </Page>
  );
}

/** The entry of a company that is there already. A merged one is not changed any more. */
export async function EditEntry({ base, slug }: { base: RegisterBase; slug: string }) {
  const [t, locale, company] = await Promise.all([getTranslations("register"), getLocale(), findCompany(db(), { slug })]);
  if (!company || company.mergedIntoId) notFound();
  const name = nameIn(company, locale);
  const entry = {
    name: company.name,
    nameHant: company.nameHant,
    nameEn: company.nameEn,
    sector: company.sector,
    sizeClass: company.sizeClass,
    serviceEmail: company.serviceEmail ?? "",
    servicePhone: company.servicePhone ?? "",
    pledgeSignedOn: company.pledgeSignedOn ?? "",
  };
  return (
    <Page width="ask">
      <PageHead
        kicker={<LocalLink href={`${base}/${slug}`}>{t("form.back", { name })}</LocalLink>}
        title={t("editTitle", { name })}
      />
      <div className="mt-6">
        <ClientWords areas={["register.form"]}>
          <EntryForm base={base} entry={entry} company={{ id: company.id, slug }} {...(await options())} />
        </ClientWords>
      </div>
    </Page>
  );
}
