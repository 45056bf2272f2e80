"use client";

import { useLocale, useTranslations } from "next-intl";
import { createContext, type ReactNode, useActionState, useContext, useRef } from "react";
import { type FormState, IDLE } from "@/components/form-state";
import { formatTime } from "@/components/format";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { DraftAnswers, FilingStep } from "@/domain/filing";
import { leaveStep } from "../file/actions";
import { useAutosave } from "./use-autosave";

/** id of the form of every page, for buttons outside it. */
export const STEP_FORM = "step";

interface StepWords {
  readonly errors: Readonly<Record<string, string>>;
  readonly answers: DraftAnswers;
}
const Context = createContext<StepWords>({ errors: {}, answers: {} });

/** A field of the page: what is wrong with it, and what stands in it. */
export function useStepField(name: string): { name: string; error?: string; value: string; values: readonly string[] } {
  const { errors, answers } = useContext(Context);
  const given = answers[name] ?? "";
  const error = errors[name];
  return {
    name,
    ...(error ? { error } : {}),
    value: typeof given === "string" ? given : "",
    values: typeof given === "string" ? [] : given,
  };
}

interface Props {
  readonly step: FilingStep;
  readonly answers: DraftAnswers;
  /** Faults known when the page is opened. */
  readonly faults: Readonly<Record<string, string>>;
  /** When the draft was last saved, ISO. */
  readonly savedAt: string | null;
  /** Words of the button; "继续" else. */
  readonly next?: string;
  /** A second, quieter way on. */
  readonly skip?: string;
  readonly first?: boolean;
  readonly children: ReactNode;
}

/** One question: its fields, going on and back. Saves as one types; sent as a plain form it works without JavaScript. */
export function StepForm({ step, answers, faults, savedAt, next, skip, first = false, children }: Props) {
  const t = useTranslations("file");
  const locale = useLocale();
  const start: FormState = Object.keys(faults).length > 0 ? { status: "error", fieldErrors: faults, values: {} } : IDLE;
  const [state, run, pending] = useActionState(leaveStep, start);
  const form = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(step, form);
  const errors = [
    ...(state.formError ? [{ message: state.formError }] : []),
    ...Object.entries(state.fieldErrors).map(([name, message]) => ({ id: name, message })),
  ];
  return (
    <form
      id={STEP_FORM}
      ref={form}
      action={run}
      noValidate
      onInput={autosave.changed}
      onChange={autosave.changed}
      onSubmit={autosave.sent}
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="step" value={step} />
      {state.status === "error" && (
        <div className="mt-5">
          <ErrorSummary key={errors.map((e) => e.message).join()} errors={errors} />
        </div>
      )}
      <Context value={{ errors: state.fieldErrors, answers: { ...answers, ...state.values } }}>{children}</Context>
      <div className="mt-8 grid gap-4">
        <Button name="go" value="next" big block busy={pending}>
          {pending ? t("go.saving") : (next ?? t("go.next"))}
        </Button>
        {skip && (
          <p className="text-center">
            <Button name="go" value="next" kind="link">
              {skip}
            </Button>
          </p>
        )}
        <p className="text-center">
          <Button name="go" value="back" kind="link" formNoValidate>
            {first ? t("go.toStart") : t("go.back")}
          </Button>
        </p>
        <SaveLine state={autosave.state} savedAt={savedAt} />
      </div>
    </form>
  );
}

/** "已保存 15:26", said once more each time; nothing before the first. */
function SaveLine({ state, savedAt }: { state: ReturnType<typeof useAutosave>["state"]; savedAt: string | null }) {
  const t = useTranslations("file.save");
  const at = state.state === "saved" ? state.at : savedAt ? new Date(savedAt) : null;
  const words =
    state.state === "failed"
      ? t("failed")
      : state.state === "saving"
        ? t("saving")
        : at
          ? t("saved", { time: formatTime(at) })
          : "";
  return (
    <p role="status" className={`min-h-[1.7em] text-center text-small ${state.state === "failed" ? "text-ink" : "text-ink-2"}`}>
      {words}
    </p>
  );
}
