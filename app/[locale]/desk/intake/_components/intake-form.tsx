"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LocaleField, useActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { RadioRows, TickList } from "@/components/ui/choices";
import { CompanyPicker } from "@/components/ui/company-picker";
import { Select, TextInput } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { FILED_FOR, FILING_CONSENTS, FILING_LIMITS, PRIORITY_GROUPS, WANT_KINDS } from "@/domain/filing";
import { SITUATION_GROUPS, SITUATIONS } from "@/domain/situations";
import { takeIn } from "../actions";
import { FactFields } from "./fact-fields";
import { IntakeLetter } from "./intake-letter";

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="intake-group">
      <h2>{title}</h2>
      <div className="grid gap-4">{children}</div>
    </section>
  );
}

/** What a caller or a letter says, on one page in the order people tell it. Nothing is compulsory beyond company, one situation, words, a way to be reached. */
export function IntakeForm({
  submissionKey,
  seed,
  today,
  address,
}: {
  submissionKey: string;
  seed: string;
  today: string;
  address: string;
}) {
  const t = useTranslations("desk.intake");
  const situations = useTranslations("situations");
  const wants = useTranslations("desk.case.wants");
  const { state, pending, field, select, problems, run } = useActionForm(takeIn);
  if (state.status === "ok" && state.result) return <IntakeLetter letter={state.result} address={address} />;
  const chosen = (name: string) => {
    const value = state.values[name];
    return Array.isArray(value) ? value : [];
  };
  const one = (name: string) => (typeof state.values[name] === "string" ? (state.values[name] as string) : "");
  const fault = (name: string) => (state.fieldErrors[name] ? { error: state.fieldErrors[name] } : {});
  const { defaultValue: company = "", ...companyProps } = field("companyName");
  const { key: forKey, ...filedFor } = select("filedFor", "self");
  const { key: groupKey, ...priority } = select("priorityGroup");
  const { key: lettersKey, ...letters } = select("letters", "zh-Hans");
  return (
    <form action={run} noValidate className="grid gap-6">
      <LocaleField />
      <input type="hidden" name="key" value={submissionKey} />
      <input type="hidden" name="seed" value={seed} />
      {problems}
      <div className="intake">
        <Group title={t("group.what")}>
          <RadioRows
            key={`origin${one("origin")}`}
            legend={t("origin")}
            name="origin"
            {...fault("origin")}
            groups={[
              {
                choices: (["phone", "paper"] as const).map((value) => ({
                  value,
                  label: t(`origins.${value}`),
                  checked: one("origin") === value,
                })),
              },
            ]}
          />
          <CompanyPicker
            {...companyProps}
            defaultValue={company}
            idName="companyId"
            label={t("company")}
            hint={t("companyHint")}
          />
          <div key={`situations${chosen("situations").join()}`}>
            <TickList
              legend={t("situations")}
              name="situations[]"
              id="situations"
              {...fault("situations")}
              groups={SITUATION_GROUPS.map((group) => ({
                title: situations(`groups.${group}`),
                choices: SITUATIONS.filter((s) => s.group === group).map((s) => ({
                  value: s.id,
                  label: situations(`${s.id}.title`),
                  checked: chosen("situations").includes(s.id),
                })),
              }))}
            />
          </div>
        </Group>
        <Group title={t("group.words")}>
          <TextArea
            {...field("narrative")}
            label={t("narrative")}
            hint={t("narrativeHint")}
            rows={12}
            max={FILING_LIMITS.narrative}
          />
          <FactFields field={field} select={select} today={today} />
        </Group>
        <Group title={t("group.person")}>
          <div key={`wants${chosen("wantsKinds").join()}`}>
            <TickList
              legend={t("wantsKinds")}
              name="wantsKinds[]"
              id="wantsKinds"
              groups={[
                {
                  choices: WANT_KINDS.map((value) => ({
                    value,
                    label: wants(value),
                    checked: chosen("wantsKinds").includes(value),
                  })),
                },
              ]}
            />
          </div>
          <TextArea {...field("wants")} label={t("wants")} rows={2} optional />
          <Select
            key={forKey}
            {...filedFor}
            label={t("filedFor")}
            options={FILED_FOR.map((value) => ({ value, label: t(`for.${value}`) }))}
          />
          <TextInput {...field("filedForName")} label={t("filedForName")} optional />
          <TextInput {...field("name")} label={t("name")} optional autoComplete="off" />
          <TextInput {...field("phone")} label={t("phone")} hint={t("reach")} type="tel" autoComplete="off" />
          <TextInput {...field("email")} label={t("email")} type="email" autoComplete="off" optional />
          <TextArea {...field("postal")} label={t("postal")} rows={2} optional />
          <Select
            key={groupKey}
            {...priority}
            label={t("priority")}
            empty={t("noPriority")}
            options={PRIORITY_GROUPS.map((value) => ({ value, label: t(`groups.${value}`) }))}
          />
          <div key={`consents${chosen("consents").join()}`}>
            <TickList
              legend={t("consents")}
              hint={t("consentsHint")}
              name="consents[]"
              id="consents"
              groups={[
                {
                  choices: FILING_CONSENTS.map((value) => ({
                    value,
                    label: t(`consent.${value}`),
                    checked: chosen("consents").includes(value),
                  })),
                },
              ]}
            />
          </div>
          <Select
            key={lettersKey}
            {...letters}
            label={t("letters")}
            options={(["zh-Hans", "zh-Hant", "en"] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
          />
        </Group>
      </div>
      <Button busy={pending} className="justify-self-start">
        {t("submit")}
      </Button>
    </form>
  );
}
