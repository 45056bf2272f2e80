"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { saveDraft } from "../ruling-actions";
import { type EditedRuling, toInput } from "./ruling-draft";

/** Milliseconds of rest after which what was written is saved; and between tries while the server cannot be reached. */
const REST = 900;
const AGAIN = 5000;

/** How saving stands. `at`: when it was last saved, by the portal's clock. */
export type Saving =
  | { readonly state: "clean" | "dirty" | "saving" }
  | { readonly state: "saved"; readonly at: Date }
  | { readonly state: "failed"; readonly words: string; readonly retry: boolean };

interface Kept {
  readonly base: string | null;
  readonly ruling: EditedRuling;
}

const keyOf = (reference: string) => `ruling ${reference}`;

/** What this browser kept because it could not be saved. */
export function keptRuling(reference: string): Kept | null {
  try {
    const text = localStorage.getItem(keyOf(reference));
    return text ? (JSON.parse(text) as Kept) : null;
  } catch {
    return null;
  }
}

function keep(reference: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(keyOf(reference), JSON.stringify(kept));
    else localStorage.removeItem(keyOf(reference));
  } catch {
    // A browser that keeps nothing still saves to the server.
    return;
  }
}

/**
 * Saves a draft some rest after each change, one save at a time, each from the version the last one wrote. Until it is saved the browser
 * keeps it too: a reload, a lost line or a database that is away for a minute loses nothing.
 */
export function useDraftSaving(reference: string, ruling: EditedRuling, firstBase: string | null) {
  const [saving, setSaving] = useState<Saving>({ state: "clean" });
  const base = useRef(firstBase);
  const latest = useRef(ruling);
  const dirty = useRef(false);
  const busy = useRef<Promise<boolean> | null>(null);
  latest.current = ruling;

  /** Saves what there is to save; true when nothing is left unsaved. */
  const flush = useCallback(async (): Promise<boolean> => {
    if (busy.current) await busy.current;
    if (!dirty.current) return true;
    const sent = latest.current;
    dirty.current = false;
    setSaving({ state: "saving" });
    busy.current = (async () => {
      try {
        const answer = await saveDraft(toInput(reference, base.current, sent));
        if (answer.ok) {
          base.current = answer.base;
          if (!dirty.current) keep(reference, null);
          setSaving(dirty.current ? { state: "dirty" } : { state: "saved", at: new Date(answer.base) });
          return true;
        }
        dirty.current = answer.retry;
        setSaving({ state: "failed", words: answer.words, retry: answer.retry });
      } catch {
        dirty.current = true;
        setSaving({ state: "failed", words: "", retry: true });
      }
      return false;
    })();
    const done = await busy.current;
    busy.current = null;
    return done;
  }, [reference]);

  const changed = useCallback(() => {
    dirty.current = true;
    setSaving((was) => (was.state === "failed" && !was.retry ? was : { state: "dirty" }));
  }, []);

  useEffect(() => {
    if (!dirty.current) return;
    keep(reference, { base: base.current, ruling });
    const wait = setTimeout(() => void flush(), REST);
    return () => clearTimeout(wait);
  }, [reference, ruling, flush]);

  useEffect(() => {
    if (saving.state !== "failed" || !saving.retry) return;
    const wait = setTimeout(() => void flush(), AGAIN);
    return () => clearTimeout(wait);
  }, [saving, flush]);

  useEffect(() => {
    const leaving = () => {
      if (document.visibilityState === "hidden") void flush();
    };
    document.addEventListener("visibilitychange", leaving);
    return () => document.removeEventListener("visibilitychange", leaving);
  }, [flush]);

  return { saving, changed, flush };
}
