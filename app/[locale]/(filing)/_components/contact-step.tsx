"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RadioRows, TickList } from "@/components/ui/choices";
import { TextInput } from "@/components/ui/field";
import { FILED_FOR, PRIORITY_GROUPS } from "@/domain/filing";
import { useStepField } from "./step-form";

const bad = (error: string | undefined) => (error ? { error } : {});

function Reach() {
  const t = useTranslations("file.contact");
  const [email, phone, postal, name] = [
    useStepField("email"),
    useStepField("phone"),
    useStepField("postal"),
    useStepField("name"),
  ];
  return (
    <div className="mt-6 grid gap-6">
      <TextInput
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        label={t("phone")}
        hint={t("phoneHint")}
        defaultValue={phone.value}
        {...bad(phone.error)}
      />
      <TextInput
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        label={t("email")}
        defaultValue={email.value}
        {...bad(email.error)}
      />
      <TextInput
        name="postal"
        autoComplete="street-address"
        label={t("postal")}
        hint={t("postalHint")}
        defaultValue={postal.value}
        {...bad(postal.error)}
      />
      <TextInput
        name="name"
        autoComplete="name"
        label={t("name")}
        hint={t("nameHint")}
        optional
        defaultValue={name.value}
        {...bad(name.error)}
      />
    </div>
  );
}

/** How to reach the person, for whom it is, priority, and the consents with what they mean. `preview`: what the company would get. */
export function ContactStep({ preview }: { preview: ReactNode }) {
  const t = useTranslations("file.contact");
  const filedFor = useStepField("filedFor");
  const forName = useStepField("filedForName");
  const group = useStepField("priorityGroup");
  const consents = useStepField("consents");
  const chosen = filedFor.value || "self";
  return (
    <>
      <Reach />
      <div className="filed-for mt-12 grid gap-5 pt-5 rule-t">
        <RadioRows
          legend={t("forTitle")}
          name="filedFor"
          groups={[
            {
              choices: FILED_FOR.map((value) => ({
                value,
                label: t(`for.${value}`),
                checked: chosen === value,
                ...(value === "ward" ? { note: t("forNote.ward") } : {}),
              })),
            },
          ]}
          {...bad(filedFor.error)}
        />
        <div className="filed-for-name">
          <TextInput
            name="filedForName"
            autoComplete="off"
            label={t("forName")}
            hint={t("forNameHint")}
            defaultValue={forName.value}
            {...bad(forName.error)}
          />
        </div>
      </div>
      <div className="mt-12 pt-5 rule-t">
        <RadioRows
          legend={t("priorityTitle")}
          hint={t("priorityHint")}
          name="priorityGroup"
          groups={[
            {
              choices: [
                { value: "", label: t("priority.none"), checked: group.value === "" },
                ...PRIORITY_GROUPS.map((value) => ({ value, label: t(`priority.${value}`), checked: group.value === value })),
              ],
            },
          ]}
        />
      </div>
      <div className="mt-12 pt-5 rule-t">
        <TickList
          legend={t("consentTitle")}
          hint={t("consentHint")}
          name="consents[]"
          id="consents"
          groups={[
            {
              choices: [
                {
                  value: "share_with_company",
                  label: t("share"),
                  note: t("shareNote"),
                  checked: consents.values.includes("share_with_company"),
                },
                {
                  value: "publish_words",
                  label: t("publish"),
                  note: t("publishNote"),
                  checked: consents.values.includes("publish_words"),
                },
              ],
            },
          ]}
          {...bad(consents.error)}
        />
        <div className="mt-4">{preview}</div>
      </div>
    </>
  );
}
