"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { OUTCOMES, TIERS } from "@/domain/findings";
import { ActDisclosure } from "../../../_components/act-disclosure";
import { confirmWords, proposeVaried } from "../procedure-actions";

export interface StandingFinding {
  readonly id: string;
  readonly clause: string;
  readonly title: string;
  readonly outcome: string;
  readonly tier: string | null;
  readonly facts: string;
  readonly reasons: string;
}

/** Proposes a ruling changed in some of its findings; what is left as it was does not change. */
export function VaryForm({ reference, findings }: { reference: string; findings: readonly StandingFinding[] }) {
  const t = useTranslations("reviewWords");
  const outcomes = useTranslations("findings");
  const tiers = useTranslations("tiers");
  return (
    <ActDisclosure label={t("vary.title")} wide>
      <ActionForm action={proposeVaried} prefix="vary-" className="grid max-w-[640px] gap-4">
        {({ field, select, pending }) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <p className="text-note text-ink-2">{t("vary.hint")}</p>
            {findings.map((f) => {
              const { key: outcomeKey, ...outcome } = select(`f.${f.id}.outcome`, f.outcome);
              const { key: tierKey, ...tier } = select(`f.${f.id}.tier`, f.tier ?? "");
              return (
                <fieldset key={f.id} className="grid gap-3 border-l-(length:--double) border-line-2 pl-3.5">
                  <legend className="font-medium">
                    {f.clause} <span lang="zh-Hans">{f.title}</span>
                  </legend>
                  <div className="grid gap-3 wide:grid-cols-2">
                    <Select
                      key={outcomeKey}
                      {...outcome}
                      label={t("vary.outcome")}
                      options={OUTCOMES.map((value) => ({ value, label: outcomes(value) }))}
                    />
                    <Select
                      key={tierKey}
                      {...tier}
                      label={t("vary.tier")}
                      empty
                      options={TIERS.map((value) => ({ value, label: tiers(value) }))}
                    />
                  </div>
                  <TextArea {...field(`f.${f.id}.facts`, f.facts)} label={t("vary.facts")} rows={3} />
                  <TextArea {...field(`f.${f.id}.reasons`, f.reasons)} label={t("vary.reasons")} rows={3} />
                </fieldset>
              );
            })}
            <TextArea {...field("reason")} label={t("vary.reason")} hint={t("vary.reasonHint")} rows={3} />
            <Button busy={pending} className="justify-self-start">
              {t("vary.send")}
            </Button>
          </>
        )}
      </ActionForm>
    </ActDisclosure>
  );
}

/** The words of a review that the public will read, hidden places proposed by machine: a person looks and confirms. */
export function ConfirmWordsForm({
  reference,
  texts,
  labels,
}: {
  reference: string;
  texts: Readonly<Record<string, string>>;
  /** Clause of each finding by id. */
  labels: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("reviewWords");
  const labelOf = (place: string) => {
    const [, id, what] = place.split(".");
    return place === "reason" ? t("reason") : `${labels[id ?? ""] ?? ""} ${t(what === "facts" ? "vary.facts" : "vary.reasons")}`;
  };
  return (
    <ActionForm action={confirmWords} prefix="words-" className="grid max-w-[640px] gap-3">
      {({ field, pending }) => (
        <>
          <input type="hidden" name="reference" value={reference} />
          <p className="text-note text-ink-2">{t("hint")}</p>
          {Object.entries(texts).map(([place, text]) => (
            <TextArea key={place} {...field(`text.${place}`, text)} label={labelOf(place)} rows={3} />
          ))}
          <Button busy={pending} className="justify-self-start">
            {t("confirm")}
          </Button>
        </>
      )}
    </ActionForm>
  );
}
