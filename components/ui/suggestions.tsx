"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";

const PAUSE_MS = 150;

/** What a server suggests for what is being typed; nothing while there is no address to ask, offline, or overtaken by the next key. */
export function useSuggestions<Hit>(address: string | null, read: (answer: unknown) => readonly Hit[]): readonly Hit[] {
  const [hits, setHits] = useState<readonly Hit[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: how an answer is read does not change with what is typed
  useEffect(() => {
    if (address === null) {
      setHits([]);
      return;
    }
    const stop = new AbortController();
    const wait = setTimeout(async () => {
      try {
        const answer = await fetch(address, { signal: stop.signal });
        if (answer.ok) setHits(read(await answer.json()));
      } catch {
        // Offline or overtaken: the field stays a plain one.
        if (!stop.signal.aborted) setHits([]);
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [address]);
  return hits;
}

/** The row that an arrow key leads to, round at the ends; −1 is none. Null for other keys. */
export function rowAfter(key: string, at: number, count: number): number | null {
  if (count === 0 || (key !== "ArrowDown" && key !== "ArrowUp")) return null;
  if (key === "ArrowDown") return (at + 1) % count;
  return at <= 0 ? count - 1 : at - 1;
}

interface Combobox<Hit> {
  readonly list: string;
  readonly hits: readonly Hit[];
  readonly open: boolean;
  readonly at: number;
  readonly setAt: (at: number) => void;
  readonly choose: (hit: Hit) => void;
  readonly close: () => void;
  /** Arrow keys open a closed list. */
  readonly reopen?: () => void;
}

/** What makes an input the field of a combobox (WAI-ARIA): it keeps the focus and names the active row. */
export function comboboxProps<Hit>({ list, hits, open, at, setAt, choose, close, reopen }: Combobox<Hit>) {
  return {
    role: "combobox",
    "aria-expanded": open,
    "aria-controls": list,
    "aria-autocomplete": "list",
    "aria-activedescendant": open && at >= 0 ? `${list}-${at}` : undefined,
    autoComplete: "off",
    onKeyDown: (event: KeyboardEvent) => {
      const to = rowAfter(event.key, at, hits.length);
      const active = open ? hits[at] : undefined;
      if (to !== null) {
        event.preventDefault();
        reopen?.();
        setAt(to);
      } else if (event.key === "Enter" && active) {
        event.preventDefault();
        choose(active);
      } else if (event.key === "Escape" && open) {
        event.preventDefault();
        close();
      }
    },
  } as const;
}

/** The rows below the field. */
export function SuggestionList<Hit>({
  list,
  label,
  hits,
  open,
  at,
  choose,
  keyOf,
  row,
  className,
  rowClassName,
}: Pick<Combobox<Hit>, "list" | "hits" | "open" | "at" | "choose"> & {
  label: string;
  keyOf: (hit: Hit) => string;
  row: (hit: Hit) => ReactNode;
  className: string;
  rowClassName: string;
}) {
  return (
    <div
      id={list}
      role="listbox"
      aria-label={label}
      hidden={!open}
      className={`absolute inset-x-0 top-full z-10 bg-paper ${className}`}
    >
      {hits.map((hit, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, aria-activedescendant points here
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
        <div
          key={keyOf(hit)}
          id={`${list}-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(hit)}
          className={`flex cursor-pointer gap-x-3 px-3 hover:bg-paper-2 aria-selected:bg-paper-3 ${rowClassName}`}
        >
          {row(hit)}
        </div>
      ))}
    </div>
  );
}
