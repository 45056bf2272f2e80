"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { describedBy, Field, type FieldWords } from "./field";

export interface CompanyHit {
  readonly id: string;
  readonly name: string;
  readonly alias: string | null;
}

type Props = FieldWords & {
  name: string;
  id?: string;
  defaultValue?: string;
  /** Name of the hidden field that carries the chosen company's id; empty while none is chosen. */
  idName: string;
  defaultId?: string;
};

const PAUSE_MS = 150;

/** What the register has for the text; null while nobody has answered. */
function useHits(typed: string, active: boolean): CompanyHit[] {
  const locale = useLocale();
  const [hits, setHits] = useState<CompanyHit[]>([]);
  useEffect(() => {
    if (!active || typed.trim() === "") {
      setHits([]);
      return;
    }
    const stop = new AbortController();
    const wait = setTimeout(async () => {
      try {
        const answer = await fetch(`/api/companies/suggest?${new URLSearchParams({ q: typed, locale })}`, {
          signal: stop.signal,
        });
        if (answer.ok) setHits(((await answer.json()) as { companies: CompanyHit[] }).companies);
      } catch {
        // Offline or overtaken by the next key: the field stays a plain one.
        if (!stop.signal.aborted) setHits([]);
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [typed, active, locale]);
  return hits;
}

/**
 * A company of the register by any of its names, as one types (WAI-ARIA combobox). Without JavaScript a plain field: the typed name goes
 * along in any case.
 */
export function CompanyPicker({
  label,
  hint,
  error,
  optional,
  name,
  id = name,
  defaultValue = "",
  idName,
  defaultId = "",
}: Props) {
  const t = useTranslations("ui.companyPicker");
  const [typed, setTyped] = useState(defaultValue);
  const [chosen, setChosen] = useState(defaultId);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useId();
  const hits = useHits(typed, open);
  const shown = open && hits.length > 0;

  function choose(hit: CompanyHit) {
    setTyped(hit.name);
    setChosen(hit.id);
    setOpen(false);
    setAt(-1);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      if (hits.length > 0)
        setAt(
          (at + (event.key === "ArrowDown" ? 1 : -1) + hits.length + (at === -1 && event.key === "ArrowUp" ? 1 : 0)) %
            hits.length,
        );
    } else if (event.key === "Enter" && shown && hits[at]) {
      event.preventDefault();
      choose(hits[at]);
    } else if (event.key === "Escape" && open) {
      setOpen(false);
    }
  }

  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <div className="relative">
        <input
          type="text"
          name={name}
          {...describedBy(id, { hint, error })}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen("");
            setAt(-1);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
          role="combobox"
          aria-expanded={shown}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined}
          autoComplete="off"
          className="input"
        />
        <input type="hidden" name={idName} value={chosen} />
        <div
          id={list}
          role="listbox"
          aria-label={t("list")}
          hidden={!shown}
          className="absolute inset-x-0 top-full z-10 border-2 border-ink bg-paper"
        >
          {hits.map((hit, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, aria-activedescendant points here
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
            <div
              key={hit.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(hit)}
              className="flex cursor-pointer items-center gap-3 px-3 tap hair-b last:border-b-0 hover:bg-paper-2 aria-selected:bg-paper-3"
            >
              {hit.name}
              {hit.alias && <span className="text-small text-ink-2">{t("also", { alias: hit.alias })}</span>}
            </div>
          ))}
        </div>
        <span role="status" className="sr-only">
          {shown ? t("found", { count: hits.length }) : ""}
        </span>
      </div>
    </Field>
  );
}
