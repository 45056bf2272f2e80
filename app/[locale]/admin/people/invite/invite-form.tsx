"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { RadioRows } from "@/components/ui/choices";
import { CompanyPicker } from "@/components/ui/company-picker";
import { Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sendInvite } from "../actions";

/** Who, as what, and for which company. */
export function InviteForm({
  roles,
  languages,
}: {
  roles: { value: string; label: string; note: string }[];
  languages: { value: string; label: string }[];
}) {
  const t = useTranslations("people.admin");
  const locale = useLocale();
  const labels = { email: t("inviteEmail"), name: t("inviteName"), role: t("inviteRole"), companyId: t("inviteCompany") };
  return (
    <ActionForm action={sendInvite} prefix="invite-" labels={labels} className="grid gap-6">
      {({ state, pending, field, select }) => {
        const { key, ...language } = select("language", locale);
        const role = field("role");
        return (
          <>
            {state.status === "ok" && (
              <Notice live tone="ink">
                <p>{t("invited", { email: state.result?.email ?? "" })}</p>
                {state.result?.link && (
                  <p className="text-small">
                    {t("inviteLink")} <a href={state.result.link}>{state.result.link}</a>
                  </p>
                )}
              </Notice>
            )}
            <TextInput {...field("email")} label={t("inviteEmail")} type="email" inputMode="email" autoComplete="off" />
            <TextInput {...field("name")} label={t("inviteName")} autoComplete="off" />
            <RadioRows
              key={role.defaultValue}
              legend={t("inviteRole")}
              name="role"
              id="invite-role"
              {...(role.error ? { error: role.error } : {})}
              groups={[{ choices: roles.map((r) => ({ ...r, checked: r.value === role.defaultValue })) }]}
            />
            <CompanyPicker
              {...field("company")}
              id="invite-companyId"
              error={state.fieldErrors.companyId}
              label={t("inviteCompany")}
              hint={t("inviteCompanyHint")}
              idName="companyId"
              optional
            />
            <Select key={key} {...language} label={t("inviteLanguage")} options={languages} />
            <Button big busy={pending} className="justify-self-start">
              {t("inviteSend")}
            </Button>
          </>
        );
      }}
    </ActionForm>
  );
}
