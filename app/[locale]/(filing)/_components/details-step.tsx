"use client";

import { useTranslations } from "next-intl";
import { RadioRows } from "@/components/ui/choices";
import { Field, TextInput } from "@/components/ui/field";
import { CHANNELS } from "@/domain/case-events";
import type { FactField } from "@/domain/filing";
import { useStepField } from "./step-form";

/** One line for a number, its measure beside it. */
function Count({ name, label, hint, unit }: { name: FactField; label: string; hint?: string; unit: string }) {
  const field = useStepField(name);
  return (
    <TextInput
      name={name}
      label={label}
      {...(hint ? { hint } : {})}
      {...(field.error ? { error: field.error } : {})}
      defaultValue={field.value}
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      beside={<span className="self-center">{unit}</span>}
      className="short-input"
    />
  );
}

function Choice({
  name,
  label,
  choices,
}: {
  name: FactField;
  label: string;
  choices: readonly { value: string; label: string }[];
}) {
  const field = useStepField(name);
  const rows = choices.map((choice) => ({ ...choice, checked: field.value === choice.value }));
  return <RadioRows legend={label} name={name} groups={[{ choices: rows }]} {...(field.error ? { error: field.error } : {})} />;
}

/** Minutes and seconds side by side: 3:00 keeps the Standard, 3:01 breaches it. */
function Wait() {
  const t = useTranslations("file.details");
  const minutes = useStepField("waitMinutes");
  const seconds = useStepField("waitSeconds");
  const shared = { type: "text", inputMode: "numeric", autoComplete: "off", maxLength: 10, className: "input" } as const;
  return (
    <Field id="waitMinutes" label={t("wait")} hint={t("waitHint")} error={minutes.error}>
      <span className="flex max-w-phone items-center gap-3">
        <input
          {...shared}
          id="waitMinutes"
          name="waitMinutes"
          aria-describedby="waitMinutes-hint"
          aria-invalid={minutes.error ? true : undefined}
          defaultValue={minutes.value}
        />
        <span aria-hidden="true" className="flex-none">
          {t("minutes")}
        </span>
        <input {...shared} name="waitSeconds" aria-label={`${t("wait")} ${t("seconds")}`} defaultValue={seconds.value} />
        <span aria-hidden="true" className="flex-none">
          {t("seconds")}
        </span>
      </span>
    </Field>
  );
}

/** The structured facts worth asking for after what was chosen; all optional. `latest`: today, as no incident lies ahead. */
export function DetailsStep({ asked, latest }: { asked: readonly FactField[]; latest: string }) {
  const t = useTranslations("file.details");
  const channels = useTranslations("channels");
  const day = useStepField("occurredOn");
  const promised = useStepField("promisedText");
  const by = useStepField("promisedBy");
  const has = (fact: FactField) => asked.includes(fact);
  const unsure = { value: "", label: t("unsure") };
  const yesNo = [{ value: "yes", label: t("yes") }, { value: "no", label: t("no") }, unsure];
  return (
    <div className="mt-6 grid gap-8">
      {has("channel") && (
        <Choice name="channel" label={t("channel")} choices={CHANNELS.map((value) => ({ value, label: channels(value) }))} />
      )}
      {has("occurredOn") && (
        <TextInput
          name="occurredOn"
          type="date"
          max={latest}
          label={t("occurredOn")}
          hint={t("occurredOnHint")}
          defaultValue={day.value}
          {...(day.error ? { error: day.error } : {})}
          className="short-input"
        />
      )}
      {has("humanRequests") && (
        <Count name="humanRequests" label={t("humanRequests")} hint={t("humanRequestsHint")} unit={t("times")} />
      )}
      {has("waitMinutes") && <Wait />}
      {has("reachedHuman") && (
        <Choice
          name="reachedHuman"
          label={t("reachedHuman")}
          choices={[{ value: "yes", label: t("found") }, { value: "no", label: t("notFound") }, unsure]}
        />
      )}
      {has("menuDepth") && <Count name="menuDepth" label={t("menuDepth")} hint={t("menuDepthHint")} unit={t("levels")} />}
      {has("interruptions") && (
        <Count name="interruptions" label={t("interruptions")} hint={t("interruptionsHint")} unit={t("times")} />
      )}
      {has("loopback") && <Choice name="loopback" label={t("loopback")} choices={yesNo} />}
      {has("sameReplyRepeated") && <Count name="sameReplyRepeated" label={t("sameReplyRepeated")} unit={t("repeats")} />}
      {has("promisedText") && (
        <TextInput
          name="promisedText"
          label={t("promisedText")}
          hint={t("promisedTextHint")}
          defaultValue={promised.value}
          {...(promised.error ? { error: promised.error } : {})}
        />
      )}
      {has("promisedBy") && (
        <TextInput
          name="promisedBy"
          type="date"
          label={t("promisedBy")}
          defaultValue={by.value}
          {...(by.error ? { error: by.error } : {})}
          className="short-input"
        />
      )}
      {has("lossYuan") && <Count name="lossYuan" label={t("lossYuan")} hint={t("lossYuanHint")} unit={t("yuan")} />}
    </div>
  );
}
