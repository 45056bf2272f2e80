"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { SearchSuggestion } from "@/app/api/search/suggest/route";

interface Words {
  readonly label: string;
  readonly placeholder: string;
  readonly suggestions: string;
  readonly company: string;
  readonly clause: string;
}

/** The field of the search form. While one types, companies and clauses that begin like it stand below; without JavaScript it is a plain field. */
export function SearchBox({ locale, typed, words }: { locale: string; typed: string; words: Words }) {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [hits, setHits] = useState<readonly SearchSuggestion[]>([]);
  const [at, setAt] = useState(-1);
  const open = hits.length > 0;

  useEffect(() => {
    const asked = text.trim();
    if (asked === "") {
      setHits([]);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/search/suggest?${new URLSearchParams({ q: asked, locale })}`, { signal: stop.signal })
        .then((response) => (response.ok ? response.json() : { suggestions: [] }))
        .then((answer: { suggestions: SearchSuggestion[] }) => setHits(answer.suggestions))
        .catch(() => undefined);
    }, 200);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, locale]);

  function key(event: KeyboardEvent) {
    if (!open) return;
    const chosen = hits[at];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setAt((at + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length);
    } else if (event.key === "Enter" && chosen) {
      event.preventDefault();
      window.location.assign(chosen.href);
    } else if (event.key === "Escape") {
      event.preventDefault();
      setHits([]);
      setAt(-1);
    }
  }

  return (
    <div className="relative min-w-0 flex-1">
      <input
        ref={input}
        id="q"
        type="search"
        name="q"
        maxLength={120}
        defaultValue={typed}
        placeholder={words.placeholder}
        autoComplete="off"
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && at >= 0 ? `${list}-${at}` : undefined}
        aria-describedby="q-hint"
        onChange={(event) => {
          setText(event.target.value);
          setAt(-1);
        }}
        onKeyDown={key}
        onBlur={() => setTimeout(() => setHits([]), 150)}
        className="input"
      />
      <div
        id={list}
        role="listbox"
        aria-label={words.suggestions}
        hidden={!open}
        className="absolute inset-x-0 top-full z-10 border border-ink bg-paper"
      >
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys and Enter of the field choose, as a combobox does
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active row
          <div
            key={hit.href}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => window.location.assign(hit.href)}
            className="flex min-h-(--tap) cursor-pointer flex-wrap items-baseline gap-x-3 px-3 py-2.5 hover:bg-paper-2 aria-selected:bg-paper-3"
          >
            <span className="font-medium">{hit.name}</span>
            <span className="text-small text-ink-2">{hit.kind === "company" ? words.company : words.clause}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
