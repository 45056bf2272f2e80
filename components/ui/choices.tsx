import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldError } from "./field";

export interface Choice {
  value: string;
  label: ReactNode;
  /** A second line, small. */
  note?: ReactNode;
  checked?: boolean;
  disabled?: boolean;
}

interface Props {
  /** The question; `hiddenLegend` when the page's heading asks it already. */
  legend: ReactNode;
  hiddenLegend?: boolean;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  name: string;
  /** Rows under one heading each, or all in one. */
  groups: { title?: ReactNode; choices: Choice[] }[];
  id?: string;
}

/** `id`: carried by the first row, where the error summary leads. */
function Rows({
  type,
  name,
  id,
  choices,
  invalid,
}: {
  type: "checkbox" | "radio";
  name: string;
  id?: string;
  choices: Choice[];
  invalid: boolean;
}) {
  return (
    <div>
      {choices.map((choice, index) => (
        <label key={choice.value} className="tick">
          <input
            type={type}
            name={name}
            value={choice.value}
            id={index === 0 ? id : undefined}
            defaultChecked={choice.checked}
            disabled={choice.disabled}
            aria-invalid={invalid || undefined}
          />
          <span>
            {choice.label}
            {choice.note && <small>{choice.note}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}

function Choices({
  type,
  legend,
  hiddenLegend,
  hint,
  error,
  optional,
  name,
  groups,
  id = name,
}: Props & { type: "checkbox" | "radio" }) {
  const t = useTranslations("ui.field");
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <fieldset className="field" data-bad={error ? "" : undefined} aria-describedby={described || undefined}>
      <legend className={hiddenLegend ? "sr-only" : "field-name mb-1.5"}>
        {legend}
        {optional && <span className="ml-2 text-small font-normal text-ink-2">{t("optional")}</span>}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {groups.map(({ title, choices }, group) => (
        <div key={choices[0]?.value}>
          {title && <h2 className="mt-6 pb-2 text-h3">{title}</h2>}
          <Rows type={type} name={name} id={group === 0 ? id : undefined} choices={choices} invalid={Boolean(error)} />
        </div>
      ))}
    </fieldset>
  );
}

/** Rows to tick, several at a time. The first carries the id the error summary leads to. */
export function TickList(props: Props) {
  return <Choices type="checkbox" {...props} />;
}

/** Rows of which one is chosen. */
export function RadioRows(props: Props) {
  return <Choices type="radio" {...props} />;
}

/** One box with its sentence: a consent. Never ticked beforehand (Rules §5) unless it was given before. */
export function Tick({
  name,
  id = name,
  value = "yes",
  label,
  note,
  checked,
  error,
}: { name: string; id?: string; value?: string; error?: string } & Omit<Choice, "value">) {
  return (
    <div className="field" data-bad={error ? "" : undefined}>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <label className="tick">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <span>
          {label}
          {note && <small>{note}</small>}
        </span>
      </label>
    </div>
  );
}

/** A few short words in one line, one chosen: findings at the desk. */
export function PickOne({ legend, name, choices, id = name }: { legend: string; name: string; id?: string; choices: Choice[] }) {
  return (
    <fieldset className="pick">
      <legend className="sr-only">{legend}</legend>
      {choices.map((choice, index) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            id={index === 0 ? id : undefined}
            defaultChecked={choice.checked}
            disabled={choice.disabled}
            className="sr-only"
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
