"use client";

import { useTranslations } from "next-intl";
import type { FormParts } from "@/components/ui/action-form";
import { Select, TextInput } from "@/components/ui/field";
import { CHANNELS } from "@/domain/case-events";

/** The structured facts, all of them, each optional: the officer asks for what fits. */
export function FactFields({ field, select, today }: Pick<FormParts, "field" | "select"> & { today: string }) {
  const t = useTranslations("desk.intake");
  const name = useTranslations("desk.case.facts.name");
  const channels = useTranslations("channels");
  const yesNo = [
    { value: "yes", label: t("yes") },
    { value: "no", label: t("no") },
  ];
  const pick = (fact: string, label: string, options: { value: string; label: string }[]) => {
    const { key, ...props } = select(fact);
    return <Select key={key} {...props} label={label} empty={t("untold")} options={options} />;
  };
  return (
    <div className="grid grid-cols-2 items-end gap-x-4 gap-y-3">
      {pick(
        "channel",
        name("channel"),
        CHANNELS.map((value) => ({ value, label: channels(value) })),
      )}
      <TextInput {...field("occurredOn")} type="date" max={today} label={name("occurredOn")} />
      <TextInput {...field("humanRequests")} inputMode="numeric" label={t("fact.humanRequests")} />
      {pick("reachedHuman", name("reachedHuman"), yesNo)}
      <TextInput {...field("waitMinutes")} inputMode="numeric" label={t("fact.waitMinutes")} />
      <TextInput {...field("waitSeconds")} inputMode="numeric" label={t("fact.waitSeconds")} />
      <TextInput {...field("menuDepth")} inputMode="numeric" label={t("fact.menuDepth")} />
      <TextInput {...field("interruptions")} inputMode="numeric" label={t("fact.interruptions")} />
      {pick("loopback", name("loopback"), yesNo)}
      <TextInput {...field("sameReplyRepeated")} inputMode="numeric" label={t("fact.sameReplyRepeated")} />
      <TextInput {...field("promisedText")} label={name("promised")} />
      <TextInput {...field("promisedBy")} type="date" label={name("promisedBy")} />
      <TextInput {...field("lossYuan")} inputMode="decimal" label={t("fact.lossYuan")} />
    </div>
  );
}
