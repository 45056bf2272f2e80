"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { changePersonRole, renewPersonAccess, setPersonState, takeBackInvite } from "./actions";

/** Takes an open invitation back. */
export function TakeBackForm({ id }: { id: string }) {
  const t = useTranslations("people.admin");
  return (
    <ActionForm action={takeBackInvite} prefix={`back-${id}-`} className="ml-auto">
      {({ pending }) => (
        <>
          <input type="hidden" name="id" value={id} />
          <Button kind="link" busy={pending}>
            {t("revoke")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** Another role at the regulator or the alliance. */
export function RoleForm({ id, role, roles }: { id: string; role: string; roles: { value: string; label: string }[] }) {
  const t = useTranslations("people.admin");
  return (
    <ActionForm action={changePersonRole} prefix="role-" className="grid max-w-phone gap-3">
      {({ state, pending, select }) => {
        const { key, ...props } = select("role", role);
        return (
          <>
            <input type="hidden" name="id" value={id} />
            {state.status === "ok" && <Notice live>{t("roleChanged")}</Notice>}
            <Select key={key} {...props} label={t("newRole")} options={roles} />
            <Button kind="plain" busy={pending} className="justify-self-start">
              {t("change")}
            </Button>
          </>
        );
      }}
    </ActionForm>
  );
}

/** A new set-up link for a lost phone or password. */
export function RenewForm({ id, email }: { id: string; email: string }) {
  const t = useTranslations("people.admin");
  return (
    <ActionForm action={renewPersonAccess} prefix="renew-" className="grid gap-3">
      {({ state, pending }) => (
        <>
          <input type="hidden" name="id" value={id} />
          {state.status === "ok" && <Notice live>{t("renewed")}</Notice>}
          <Button kind="plain" busy={pending} className="justify-self-start">
            {t("renewDo", { email })}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

/** Shuts the account, or opens it again. */
export function StateForm({ id, disabled }: { id: string; disabled: boolean }) {
  const t = useTranslations("people.admin");
  return (
    <ActionForm action={setPersonState} prefix="state-" className="grid gap-3">
      {({ state, pending }) => (
        <>
          <input type="hidden" name="id" value={id} />
          {state.status === "ok" && <Notice live>{t(disabled ? "disabledDone" : "enabledDone")}</Notice>}
          <Button kind="plain" name="to" value={disabled ? "enabled" : "disabled"} busy={pending} className="justify-self-start">
            {t(disabled ? "enableDo" : "disableDo")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
