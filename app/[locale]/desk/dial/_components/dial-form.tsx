"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { FormState } from "@/components/form-state";
import { LocaleField, useActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { RadioRows, TickList } from "@/components/ui/choices";
import { FieldError, TextInput } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { type DialStep, MOST_STEPS, STEP_KINDS } from "@/domain/dial-tests/entry";
import { GATES } from "@/domain/dial-tests/judge";

/** What stands in the form at first; every value as it is typed. */
export interface DialFilled {
  readonly contactPoint: string;
  readonly day: string;
  readonly time: string;
  readonly steps: readonly DialStep[];
  readonly humanRequests: string;
  readonly connected: string;
  readonly seconds: string;
  readonly prompted: string;
  readonly promptSecond: string;
  readonly menuSkippable: string;
  readonly gates: readonly string[];
  readonly priorityOffered: string;
}

const FIRST_ROWS = 6;

/** Record of one contact. Whether it passed is not asked: it is worked out from what was measured. */
export function DialForm({
  action,
  prefix,
  hidden,
  phone,
  priority,
  filled,
  reason = false,
  button,
}: {
  action: (previous: FormState, data: FormData) => Promise<FormState>;
  prefix: string;
  hidden: Readonly<Record<string, string>>;
  phone: boolean;
  priority: boolean;
  filled: DialFilled;
  /** A correction needs a reason. */
  reason?: boolean;
  button: string;
}) {
  const t = useTranslations("desk.dial.form");
  const gates = useTranslations("dial.gates");
  const labels = Object.fromEntries(
    (
      [
        "contactPoint",
        "day",
        "time",
        "steps",
        "humanRequests",
        "connected",
        "seconds",
        "prompted",
        "promptSecond",
        "menuSkippable",
        "priorityOffered",
        "reason",
      ] as const
    ).map((name) => [name, t(name)]),
  );
  const { state, pending, field, problems, run } = useActionForm(action, prefix, labels);
  const list = (name: string) => (Array.isArray(state.values[name]) ? (state.values[name] as string[]) : null);
  const chosen = (name: keyof DialFilled) =>
    typeof state.values[name] === "string" ? (state.values[name] as string) : state.status === "idle" ? String(filled[name]) : "";
  const ask = (name: "connected" | "prompted" | "menuSkippable" | "priorityOffered", values: readonly string[]): ReactNode => (
    <RadioRows
      key={`${name}${chosen(name)}`}
      legend={t(name)}
      name={name}
      id={`${prefix}${name}`}
      {...(state.fieldErrors[name] ? { error: state.fieldErrors[name] } : {})}
      groups={[
        {
          choices: values.map((value) => ({
            value,
            label: t(`${name}_${value || "none"}` as "connected_yes"),
            checked: chosen(name) === value,
          })),
        },
      ]}
    />
  );
  const kinds = list("stepKinds") ?? filled.steps.map((step) => step.kind as string);
  const words = list("stepWords") ?? filled.steps.map((step) => step.what);
  const ticked = list("gates") ?? (state.status === "idle" ? filled.gates : []);
  return (
    <form action={run} noValidate className="grid gap-5">
      <LocaleField />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {problems}
      <div className="dial-form">
        <div className="grid content-start gap-4">
          <TextInput
            {...field("contactPoint", filled.contactPoint)}
            label={t("contactPoint")}
            hint={t(phone ? "contactPointPhone" : "contactPointOther")}
          />
          <div className="grid grid-cols-2 gap-4">
            <TextInput {...field("day", filled.day)} label={t("day")} hint={t("dayHint")} inputMode="numeric" />
            <TextInput {...field("time", filled.time)} label={t("time")} hint={t("timeHint")} inputMode="numeric" />
          </div>
          <Steps
            key={`${kinds.join()} ${words.join()}`}
            id={`${prefix}steps`}
            kinds={kinds}
            words={words}
            error={state.fieldErrors.steps}
          />
        </div>
        <div className="grid content-start gap-4">
          <TextInput
            {...field("humanRequests", filled.humanRequests)}
            label={t("humanRequests")}
            inputMode="numeric"
            className="max-w-phone"
          />
          {ask("connected", ["yes", "no"])}
          <TextInput
            {...field("seconds", filled.seconds)}
            label={t("seconds")}
            hint={t("secondsHint")}
            inputMode="numeric"
            className="max-w-phone"
          />
          {phone && ask("prompted", ["yes", "no"])}
          {phone && (
            <TextInput
              {...field("promptSecond", filled.promptSecond)}
              label={t("promptSecond")}
              inputMode="numeric"
              className="max-w-phone"
            />
          )}
          {phone && ask("menuSkippable", ["yes", "no", ""])}
          {priority && ask("priorityOffered", ["yes", "no"])}
          <div key={`gates${ticked.join()}`}>
            <TickList
              legend={t("gates")}
              hint={t("gatesHint")}
              name="gates[]"
              id={`${prefix}gates`}
              groups={[{ choices: GATES.map((value) => ({ value, label: gates(value), checked: ticked.includes(value) })) }]}
            />
          </div>
        </div>
      </div>
      {reason && <TextArea {...field("reason")} label={t("reason")} hint={t("reasonHint")} rows={2} max={300} />}
      <p className="text-small text-ink-2">{t("judged")}</p>
      <div>
        <Button busy={pending}>{button}</Button>
      </div>
    </form>
  );
}

/** The way in order: what was done, and with which key or words. Empty rows are left out. */
function Steps({
  id,
  kinds,
  words,
  error,
}: {
  id: string;
  kinds: readonly string[];
  words: readonly string[];
  error: string | undefined;
}) {
  const t = useTranslations("desk.dial.form");
  const names = useTranslations("dial.stepKinds");
  const [rows, setRows] = useState(Math.max(FIRST_ROWS, words.length));
  return (
    <fieldset className="field" data-bad={error ? "" : undefined} aria-describedby={`${id}-hint`}>
      <legend className="field-name mb-1.5">{t("steps")}</legend>
      <p id={`${id}-hint`} className="field-hint">
        {t("stepsHint")}
      </p>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <ol className="grid gap-2">
        {Array.from({ length: rows }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the way
          <li key={i} className="grid grid-cols-[1.6em_7em_1fr] items-center gap-2">
            <span aria-hidden="true" className="text-ink-2">
              {i + 1}
            </span>
            <select
              name="stepKinds[]"
              aria-label={t("stepKind", { n: i + 1 })}
              defaultValue={kinds[i] ?? "key"}
              className="input"
            >
              {STEP_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {names(kind)}
                </option>
              ))}
            </select>
            <input
              id={i === 0 ? id : undefined}
              name="stepWords[]"
              aria-label={t("stepWords", { n: i + 1 })}
              defaultValue={words[i] ?? ""}
              maxLength={60}
              autoComplete="off"
              className="input"
            />
          </li>
        ))}
      </ol>
      {rows < MOST_STEPS && (
        <button type="button" className="btn mt-2" data-kind="link" onClick={() => setRows(rows + 1)}>
          {t("moreSteps")}
        </button>
      )}
    </fieldset>
  );
}
