"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { describedBy, Field, type FieldWords } from "./field";
import { comboboxProps, SuggestionList, useSuggestions } from "./suggestions";

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

const read = (answer: unknown) => (answer as { companies: CompanyHit[] }).companies;

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
  const locale = useLocale();
  const asked = open && typed.trim() !== "" ? `/api/companies/suggest?${new URLSearchParams({ q: typed, locale })}` : null;
  const hits = useSuggestions(asked, read);
  const shown = open && hits.length > 0;
  const close = () => setOpen(false);

  function choose(hit: CompanyHit) {
    setTyped(hit.name);
    setChosen(hit.id);
    setOpen(false);
    setAt(-1);
  }

  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <div className="relative">
        <input
          type="text"
          name={name}
          {...describedBy(id, { hint, error })}
          value={typed}
          {...comboboxProps({ list, hits, open: shown, at, setAt, choose, close, reopen: () => setOpen(true) })}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen("");
            setAt(-1);
            setOpen(true);
          }}
          onBlur={close}
          className="input"
        />
        <input type="hidden" name={idName} value={chosen} />
        <SuggestionList
          list={list}
          label={t("list")}
          hits={hits}
          open={shown}
          at={at}
          choose={choose}
          keyOf={(hit) => hit.id}
          className="border-2 border-ink"
          rowClassName="items-center tap hair-b last:border-b-0"
          row={(hit) => (
            <>
              {hit.name}
              {hit.alias && <span className="text-small text-ink-2">{t("also", { alias: hit.alias })}</span>}
            </>
          )}
        />
        <span role="status" className="sr-only">
          {shown ? t("found", { count: hits.length }) : ""}
        </span>
      </div>
    </Field>
  );
}
