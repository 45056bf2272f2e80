"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CompanyPicker } from "@/components/ui/company-picker";
import { bind } from "../actions";

/** Binds the name a consumer typed to the register: the likely ones by one click, any other by typing. */
export function BindCompany({
  reference,
  typed,
  bound,
  namesakes,
  accepted,
}: {
  reference: string;
  typed: string;
  /** Bound already, not served yet: may still be put right. */
  bound: string | null;
  namesakes: readonly { id: string; name: string; sector: string }[];
  /** Served at once when the case is accepted already. */
  accepted: boolean;
}) {
  const t = useTranslations("desk.act.bind");
  return (
    <div className="grid gap-3">
      <p>
        {t("typed", { name: typed })} {bound && t("bound", { name: bound })}
      </p>
      {namesakes.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {namesakes.map((company, i) => (
            <li key={company.id}>
              <ActionForm action={bind} prefix={`likely${i}-`} className="contents">
                {({ pending }) => (
                  <>
                    <input type="hidden" name="reference" value={reference} />
                    <input type="hidden" name="companyId" value={company.id} />
                    <Button busy={pending} kind="plain" {...(i === 0 ? { "data-key": "b" } : {})}>
                      {t("is", { name: company.name, sector: company.sector })}
                    </Button>
                  </>
                )}
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      <ActionForm action={bind} prefix="bind-" className="grid max-w-[420px] gap-3">
        {({ field, pending, state }) => {
          const { defaultValue, ...props } = field("company");
          return (
            <>
              <input type="hidden" name="reference" value={reference} />
              <CompanyPicker
                key={state.status}
                {...props}
                defaultValue={defaultValue ?? ""}
                idName="companyId"
                label={t("other")}
                hint={t("otherHint")}
              />
              <Button busy={pending} kind="plain" className="justify-self-start">
                {t(accepted ? "bindAndServe" : "bind")}
              </Button>
            </>
          );
        }}
      </ActionForm>
    </div>
  );
}
