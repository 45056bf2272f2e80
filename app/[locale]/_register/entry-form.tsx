"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button, LinkButton } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import type { EntryTyped } from "@/domain/register-entry";
import { registerCompany, saveEntry } from "./actions";
import type { RegisterBase } from "./places";

interface Option {
  value: string;
  label: string;
}

interface Props {
  base: RegisterBase;
  sectors: Option[];
  sizes: Option[];
  /** What stands in the form at first. */
  entry: Partial<EntryTyped>;
  /** The company that is changed; none: a new one. */
  company?: { id: string; slug: string };
}

/** An entry of the register. */
export function EntryForm({ base, sectors, sizes, entry, company }: Props) {
  const t = useTranslations("register.form");
  const labels = {
    name: t("name"),
    nameHant: t("nameHant"),
    nameEn: t("nameEn"),
    sector: t("sector"),
    sizeClass: t("size"),
    serviceEmail: t("serviceEmail"),
    servicePhone: t("servicePhone"),
    pledgeSignedOn: t("pledge"),
  };
  return (
    <ActionForm action={company ? saveEntry : registerCompany} prefix="entry-" labels={labels} className="grid gap-5">
      {({ pending, field, select }) => {
        const { key: sectorKey, ...sector } = select("sector", entry.sector);
        const { key: sizeKey, ...size } = select("sizeClass", entry.sizeClass);
        return (
          <>
            <input type="hidden" name="base" value={base} />
            {company && <input type="hidden" name="id" value={company.id} />}
            {company && <input type="hidden" name="slug" value={company.slug} />}
            <TextInput {...field("name", entry.name)} label={t("name")} hint={t("nameHint")} />
            <div className="grid gap-5 min-[640px]:grid-cols-2">
              <Select key={sectorKey} {...sector} label={t("sector")} options={sectors} empty />
              <Select key={sizeKey} {...size} label={t("size")} options={sizes} empty />
            </div>
            <p className="-mt-3 text-small text-ink-2">{t("sizeHint")}</p>
            <div className="grid gap-5 min-[640px]:grid-cols-2">
              <TextInput
                {...field("nameHant", entry.nameHant)}
                label={t("nameHant")}
                hint={t("nameHantHint")}
                optional
                lang="zh-Hant"
              />
              <TextInput {...field("nameEn", entry.nameEn)} label={t("nameEn")} hint={t("nameEnHint")} optional lang="en" />
              <TextInput
                {...field("serviceEmail", entry.serviceEmail)}
                label={t("serviceEmail")}
                hint={t("serviceEmailHint")}
                optional
                type="email"
              />
              <TextInput
                {...field("servicePhone", entry.servicePhone)}
                label={t("servicePhone")}
                optional
                type="tel"
                className="content-end"
              />
            </div>
            <TextInput
              {...field("pledgeSignedOn", entry.pledgeSignedOn)}
              label={t("pledge")}
              hint={t("pledgeHint")}
              optional
              className="max-w-phone"
            />
            {!company && <TextArea {...field("aliases")} label={t("aliases")} hint={t("aliasesHint")} optional rows={3} />}
            <div className="flex flex-wrap gap-4">
              <Button busy={pending}>{pending ? t("saving") : t("save")}</Button>
              <LinkButton kind="plain" href={company ? `${base}/${company.slug}` : base}>
                {t("backList")}
              </LinkButton>
            </div>
          </>
        );
      }}
    </ActionForm>
  );
}
