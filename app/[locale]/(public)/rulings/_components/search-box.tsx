"use client";

import { useId, useState } from "react";
import type { SearchSuggestion } from "@/app/api/search/suggest/route";
import { comboboxProps, SuggestionList, useSuggestions } from "@/components/ui/suggestions";

interface Words {
  readonly label: string;
  readonly placeholder: string;
  readonly suggestions: string;
  readonly company: string;
  readonly clause: string;
  readonly check: string;
}

const read = (answer: unknown) => (answer as { suggestions: SearchSuggestion[] }).suggestions;
const go = (hit: SearchSuggestion) => window.location.assign(hit.href);

/** The field of the search form. While one types, companies and clauses that begin like it stand below; without JavaScript it is a plain field. */
export function SearchBox({ locale, typed, words }: { locale: string; typed: string; words: Words }) {
  const list = useId();
  // Null until something is typed: what the address brought is no question.
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(-1);
  const asked = text?.trim() ?? "";
  const hits = useSuggestions(asked === "" ? null : `/api/search/suggest?${new URLSearchParams({ q: asked, locale })}`, read);
  const open = asked !== "" && hits.length > 0;
  const close = () => {
    setText(null);
    setAt(-1);
  };
  return (
    <div className="relative min-w-0 flex-1">
      <input
        id="q"
        type="search"
        name="q"
        maxLength={120}
        defaultValue={typed}
        placeholder={words.placeholder}
        aria-describedby="q-hint"
        {...comboboxProps({ list, hits, open, at, setAt, choose: go, close })}
        onChange={(event) => {
          setText(event.target.value);
          setAt(-1);
        }}
        onBlur={close}
        className="input"
      />
      <SuggestionList
        list={list}
        label={words.suggestions}
        hits={hits}
        open={open}
        at={at}
        choose={go}
        keyOf={(hit) => hit.href}
        className="border border-ink"
        rowClassName="min-h-(--tap) flex-wrap items-baseline py-2.5"
        row={(hit) => (
          <>
            <span className="font-medium">{hit.name}</span>
            <span className="text-small text-ink-2">{words[hit.kind]}</span>
          </>
        )}
      />
    </div>
  );
}
