"use client";

import { useTranslations } from "next-intl";
import type { FactName, Verdict } from "@/domain/reading/proposals";
import type { TurnSide } from "@/domain/reading/turns";
import type { FormState } from "../form-state";
import { ActionForm, type FormParts } from "../ui/action-form";
import { Button } from "../ui/button";
import { Tick } from "../ui/choices";
import { FieldError } from "../ui/field";

export interface ShownProposal {
  readonly key: string;
  readonly fact: FactName;
  readonly value: string;
  /** number: a count or seconds; text: words of a promise; yes: it happened. */
  readonly takes: "number" | "text" | "yes";
  readonly proof: readonly { readonly file: string; readonly line: number; readonly text: string }[];
  readonly verdict: Verdict | null;
  readonly corrected: string;
}

export interface ShownText {
  readonly id: string;
  readonly name: string;
  readonly original: string;
  /** Where its picture is shown; null: it has none. */
  readonly picture: string | null;
  readonly lines: readonly { readonly side: TurnSide; readonly text: string; readonly unsure: boolean }[];
  readonly compared: boolean;
}

export interface ShownRecording {
  readonly id: string;
  readonly name: string;
  readonly original: string;
  readonly src: string;
  readonly film: boolean;
  readonly transcript: string;
}

interface Props {
  readonly action: (previous: FormState, data: FormData) => Promise<FormState>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly proposals: readonly ShownProposal[];
  readonly texts: readonly ShownText[];
  readonly recordings: readonly ShownRecording[];
  readonly go: string;
}

const SIDES = ["user", "agent", "system"] as const;

/** What was read, to be confirmed or put right: facts first, then the text of each file, then words of recordings. One plain form. */
export function ReadingForm({ action, hidden, proposals, texts, recordings, go }: Props) {
  const t = useTranslations("evidenceView.review");
  return (
    <ActionForm action={action} className="mt-6 grid gap-10">
      {(parts) => (
        <>
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {proposals.length > 0 && (
            <section>
              <h2 className="text-h3">{t("facts")}</h2>
              <p className="mt-1 text-small text-ink-2">{t(hidden.reference ? "factsNoteCase" : "factsNote")}</p>
              <div className="mt-3 rule-t">
                {proposals.map((one) => (
                  <Proposal key={one.key} of={one} parts={parts} />
                ))}
              </div>
            </section>
          )}
          {texts.length > 0 && (
            <section>
              <h2 className="text-h3">{t("texts")}</h2>
              <p className="mt-1 text-small text-ink-2">{t("textsNote")}</p>
              <div className="mt-3 rule-t">
                {texts.map((one) => (
                  <Text key={one.id} of={one} />
                ))}
              </div>
            </section>
          )}
          {recordings.length > 0 && (
            <section>
              <h2 className="text-h3">{t("recordings")}</h2>
              <p className="mt-1 text-small text-ink-2">{t("recordingsNote")}</p>
              <div className="mt-3 rule-t">
                {recordings.map((one) => (
                  <Recording key={one.id} of={one} />
                ))}
              </div>
            </section>
          )}
          <Button big block busy={parts.pending}>
            {go}
          </Button>
        </>
      )}
    </ActionForm>
  );
}

function Proposal({ of, parts }: { of: ShownProposal; parts: FormParts }) {
  const t = useTranslations("evidenceView.review");
  const facts = useTranslations("evidenceView.fact");
  const { error } = parts.field(`value.${of.key}`);
  const choices: readonly Verdict[] = of.takes === "yes" ? ["right", "wrong"] : ["right", "corrected", "wrong"];
  return (
    <fieldset className="field hair-b py-4" data-bad={error ? "" : undefined}>
      <legend className="float-left mb-1 w-full font-medium">{facts(of.fact, { value: of.value })}</legend>
      <ul className="clear-both mb-2 grid gap-0.5 border-l-(length:--double) border-line-2 pl-3 text-small">
        {of.proof.slice(0, 6).map((line) => (
          <li key={`${line.file} ${line.line}`}>
            <span className="text-ink-2">{t("line", { file: line.file, line: line.line })}</span> {line.text}
          </li>
        ))}
      </ul>
      {error && <FieldError id={`value.${of.key}-error`}>{error}</FieldError>}
      <div>
        {choices.map((verdict) => (
          <div key={verdict} className="flex flex-wrap items-center gap-x-4">
            <label className="tick border-0 flex-none">
              <input type="radio" name={`verdict.${of.key}`} value={verdict} defaultChecked={of.verdict === verdict} />
              <span>{t(`verdict.${verdict}`)}</span>
            </label>
            {verdict === "corrected" && (
              <input
                type="text"
                id={`value.${of.key}`}
                name={`value.${of.key}`}
                aria-label={t("rightValue", { fact: facts(of.fact, { value: of.value }) })}
                aria-invalid={error ? true : undefined}
                inputMode={of.takes === "number" ? "numeric" : "text"}
                maxLength={500}
                placeholder={t(of.fact === "waitSeconds" ? "seconds" : of.takes === "number" ? "times" : "words")}
                defaultValue={of.corrected}
                className={`input ${of.takes === "number" ? "w-[8em] flex-none" : "min-w-[14em] flex-1"}`}
              />
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Text({ of }: { of: ShownText }) {
  const t = useTranslations("evidenceView.review");
  const sides = useTranslations("evidenceView.side");
  return (
    <details className="hair-b">
      <summary className="flex flex-wrap items-baseline gap-x-3 py-3">
        <b className="font-medium">{of.name}</b>
        <span className="min-w-0 text-small break-all text-ink-2">{of.original}</span>
        <span className="text-small text-act">{t(of.compared ? "compared" : "compare", { n: of.lines.length })}</span>
      </summary>
      <div className="grid gap-4 pb-5">
        {of.picture && (
          // biome-ignore lint/performance/noImgElement: a sealed file, drawn anew for its owner alone; no optimiser may keep it
          <img
            src={of.picture}
            alt={t("pictureOf", { name: of.name })}
            loading="lazy"
            className="max-h-[70vh] justify-self-start border border-line"
          />
        )}
        <ol className="grid gap-3">
          {of.lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a reading never changes its order
            <li key={i} className="grid grid-cols-[6.5em_minmax(0,1fr)] items-start gap-x-2">
              <select
                name={`side.${of.id}.${i}`}
                aria-label={t("whoSays", { line: i + 1 })}
                defaultValue={line.side}
                className="input px-1"
              >
                {SIDES.map((side) => (
                  <option key={side} value={side}>
                    {sides(side)}
                  </option>
                ))}
              </select>
              <span>
                <textarea
                  name={`line.${of.id}.${i}`}
                  aria-label={t("words_", { line: i + 1 })}
                  rows={Math.min(8, Math.max(1, Math.ceil(line.text.length / 14)))}
                  maxLength={2000}
                  defaultValue={line.text}
                  style={{ minHeight: 0 }}
                  className="input field-sizing-content"
                />
                {line.unsure && <span className="text-note text-ink-2">{t("unsure")}</span>}
              </span>
            </li>
          ))}
        </ol>
        <Tick name={`compared.${of.id}`} label={t("comparedTick", { name: of.name })} checked={of.compared} />
      </div>
    </details>
  );
}

function Recording({ of }: { of: ShownRecording }) {
  const t = useTranslations("evidenceView.review");
  const Player = of.film ? "video" : "audio";
  return (
    <details className="hair-b">
      <summary className="flex flex-wrap items-baseline gap-x-3 py-3">
        <b className="font-medium">{of.name}</b>
        <span className="min-w-0 text-small break-all text-ink-2">{of.original}</span>
        <span className="text-small text-act">{t(of.transcript ? "transcribed" : "transcribe")}</span>
      </summary>
      <div className="grid gap-3 pb-5">
        <Player controls preload="none" src={of.src} className="w-full max-w-[560px]" />
        <div className="field">
          <label htmlFor={`transcript.${of.id}`} className="field-name">
            {t("transcript", { name: of.name })}
          </label>
          <p id={`transcript.${of.id}-hint`} className="field-hint whitespace-pre-line">
            {t("transcriptHint")}
          </p>
          <textarea
            id={`transcript.${of.id}`}
            name={`transcript.${of.id}`}
            aria-describedby={`transcript.${of.id}-hint`}
            rows={8}
            defaultValue={of.transcript}
            className="input"
          />
        </div>
      </div>
    </details>
  );
}
