"use client";

import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { describedBy, Field } from "@/components/ui/field";
import { FILING_LIMITS } from "@/domain/filing";
import { useStepField } from "./step-form";

interface Hit {
  readonly id: string;
  readonly name: string;
  readonly alias: string | null;
}

/** The register's nearest names, a quarter of a second after the last key; older answers are dropped. */
function useHits(typed: string): readonly Hit[] | null {
  const locale = useLocale();
  const [hits, setHits] = useState<readonly Hit[] | null>(null);
  useEffect(() => {
    const asked = typed.trim();
    if (asked === "") {
      setHits(null);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/companies/suggest?${new URLSearchParams({ q: asked, locale })}`, { signal: stop.signal })
        .then((response) => (response.ok ? response.json() : { companies: [] }))
        .then((answer: { companies: Hit[] }) => setHits(answer.companies))
        .catch(() => undefined);
    }, 250);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [typed, locale]);
  return hits;
}

/** A name, typed freely; what the register has that is like it stands below, to be chosen by finger or arrow keys. */
export function CompanyStep() {
  const t = useTranslations("file.company");
  const field = useStepField("companyName");
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(-1);
  const hits = useHits(typed);
  const open = hits !== null && hits.length > 0;
  const active = open && at >= 0 ? `${list}-${at}` : undefined;

  function choose(hit: Hit) {
    if (!input.current) return;
    input.current.value = hit.name;
    input.current.dispatchEvent(new Event("input", { bubbles: true }));
    setTyped("");
    setAt(-1);
    input.current.focus();
  }

  function key(event: KeyboardEvent) {
    if (!open) return;
    const chosen = hits[at];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setAt((at + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length);
    } else if (event.key === "Enter" && chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === "Escape") setTyped("");
  }

  return (
    <>
      <Field id="companyName" label={t("label")} hint={t("hint")} error={field.error} className="mt-6">
        <input
          ref={input}
          type="text"
          name="companyName"
          defaultValue={field.value}
          maxLength={FILING_LIMITS.companyName * 2}
          autoComplete="organization"
          role="combobox"
          aria-expanded={open}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={active}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(-1);
          }}
          onKeyDown={key}
          {...describedBy("companyName", { hint: true, error: field.error })}
          className="input"
        />
      </Field>
      <div aria-live="polite">
        {open && <p className="mt-5 text-small text-ink-2">{t("found")}</p>}
        {hits !== null && hits.length === 0 && (
          <p className="mt-4 border-l-(length:--double) border-line-2 pl-3.5">{t("none")}</p>
        )}
      </div>
      <div id={list} role="listbox" aria-label={t("found")} hidden={!open} className="mt-1">
        {open &&
          hits.map((hit, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys and Enter of the field choose, as a combobox does
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active row
            <div
              key={hit.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === at}
              onClick={() => choose(hit)}
              className="-mx-2 flex min-h-(--tap) cursor-pointer flex-wrap items-baseline gap-x-3 px-2 py-3 hair-b hover:bg-paper-2 aria-selected:bg-paper-3"
            >
              <span className="font-medium">{hit.name}</span>
              {hit.alias && <span className="text-small text-ink-2">{t("alias", { alias: hit.alias })}</span>}
            </div>
          ))}
      </div>
    </>
  );
}
