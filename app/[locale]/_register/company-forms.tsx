"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Tick } from "@/components/ui/choices";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { saveAlias, saveExposure, takeAlias } from "./actions";

/** The aliases with a way to take each away, and a field for one more. */
export function AliasForms({ companyId, aliases }: { companyId: string; aliases: { id: string; alias: string }[] }) {
  const t = useTranslations("register");
  return (
    <div className="grid gap-5">
      {aliases.length === 0 ? (
        <p className="text-ink-2">{t("aliasNone")}</p>
      ) : (
        <ActionForm action={takeAlias} prefix="drop-" className="">
          {({ pending }) => (
            <>
              <input type="hidden" name="companyId" value={companyId} />
              <ul className="flex flex-wrap gap-x-3 gap-y-2">
                {aliases.map(({ id, alias }) => (
                  <li key={id} className="inline-flex items-stretch border border-line-2">
                    <span className="px-2.5 py-0.5">{alias}</span>
                    <button
                      type="submit"
                      name="aliasId"
                      value={id}
                      aria-label={t("aliasDrop", { alias })}
                      aria-disabled={pending}
                      className="cursor-pointer border-l border-line-2 px-2 text-ink-2 hover:bg-paper-3"
                    >
                      ×
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </ActionForm>
      )}
      <ActionForm action={saveAlias} prefix="alias-" className="grid max-w-phone gap-3">
        {({ state, pending, field }) => (
          <>
            <input type="hidden" name="companyId" value={companyId} />
            {state.status === "ok" && <Notice live>{t("aliasAdded")}</Notice>}
            <TextInput
              {...field("alias")}
              label={t("alias")}
              beside={
                <Button kind="plain" busy={pending}>
                  {t("aliasAdd")}
                </Button>
              }
            />
          </>
        )}
      </ActionForm>
    </div>
  );
}

/** The contacts of one quarter; an older figure is corrected by entering the quarter again. */
export function ExposureForm({ companyId, quarter }: { companyId: string; quarter: string }) {
  const t = useTranslations("register");
  const labels = { quarter: t("quarter"), contacts: t("contacts"), source: t("source") };
  return (
    <details className="how">
      <summary>{t("exposureAdd")}</summary>
      <ActionForm action={saveExposure} prefix="exposure-" labels={labels} className="grid gap-4 pt-3">
        {({ state, pending, field }) => (
          <>
            <input type="hidden" name="companyId" value={companyId} />
            {state.status === "ok" && <Notice live>{t("exposureSaved")}</Notice>}
            <div className="grid items-end gap-4 min-[640px]:grid-cols-[8em_12em_minmax(0,1fr)]">
              <TextInput {...field("quarter", quarter)} label={t("quarter")} hint={t("quarterHint", { quarter })} />
              <TextInput {...field("contacts")} label={t("contacts")} hint={t("contactsHint")} inputMode="numeric" />
              <TextInput {...field("source")} label={t("source")} hint={t("sourceHint")} />
            </div>
            <Tick name="audited" id="exposure-audited" label={t("audited")} checked={state.values.audited === "yes"} />
            <Button kind="plain" busy={pending} className="justify-self-start">
              {t("exposureSave")}
            </Button>
          </>
        )}
      </ActionForm>
    </details>
  );
}
