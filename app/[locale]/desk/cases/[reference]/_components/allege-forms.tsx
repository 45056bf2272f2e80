"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { allege, unallege } from "../actions";

/** Adds a clause the facts point to; it then needs a finding like any other. */
export function AllegeForm({ reference, options }: { reference: string; options: { value: string; label: string }[] }) {
  const t = useTranslations("desk.ruling.allege");
  return (
    <ActionForm action={allege} prefix="allege-" className="grid gap-3">
      {({ select, pending }) => {
        const { key, ...props } = select("clause");
        return (
          <>
            <input type="hidden" name="reference" value={reference} />
            <Select key={key} {...props} label={t("clause")} hint={t("hint")} empty options={options} />
            <Button busy={pending} className="justify-self-start">
              {t("add")}
            </Button>
          </>
        );
      }}
    </ActionForm>
  );
}

/** Takes back a clause an officer added. */
export function TakeBackForm({ reference, allegationId, label }: { reference: string; allegationId: string; label: string }) {
  return (
    <ActionForm action={unallege} prefix={`back-${allegationId}-`} className="contents">
      {({ pending }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <input type="hidden" name="allegationId" value={allegationId} />
          <Button busy={pending} kind="plain">
            {label}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
