"use client";

import { useLocale } from "next-intl";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { FilingStep } from "@/domain/filing";
import { readFields, recall, remember, writeFields } from "./typed";

export type SaveState = { state: "idle" } | { state: "saving" } | { state: "saved"; at: Date } | { state: "failed" };

const AFTER_MS = 700;
const AGAIN_MS = 5000;

/** Saves a page while it is typed, half a second after the last key; again when it fails; at once when the page is left. */
export function useAutosave(step: FilingStep, form: RefObject<HTMLFormElement | null>) {
  const locale = useLocale();
  const [state, setState] = useState<SaveState>({ state: "idle" });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const dirty = useRef(false);

  const save = useCallback(
    async (leaving = false) => {
      clearTimeout(timer.current);
      if (!form.current || !dirty.current) return;
      const answers = readFields(step, form.current);
      dirty.current = false;
      if (!leaving) setState({ state: "saving" });
      try {
        const response = await fetch("/api/drafts", {
          method: "PUT",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ step, locale, form: answers }),
          keepalive: leaving,
        });
        if (!response.ok) throw new Error(String(response.status));
        const { savedAt } = (await response.json()) as { savedAt: string };
        remember(step, answers, true);
        setState({ state: "saved", at: new Date(savedAt) });
      } catch {
        dirty.current = true;
        remember(step, answers, false);
        setState({ state: "failed" });
        timer.current = setTimeout(() => void save(), AGAIN_MS);
      }
    },
    [step, locale, form],
  );

  const changed = useCallback(() => {
    dirty.current = true;
    if (form.current) remember(step, readFields(step, form.current), false);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), AFTER_MS);
  }, [step, save, form]);

  useEffect(() => {
    const newer = recall(step);
    if (newer && form.current) writeFields(step, form.current, newer.answers);
    if (newer?.unsaved) changed();
    const leave = () => {
      if (document.visibilityState === "hidden") void save(true);
    };
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      clearTimeout(timer.current);
    };
  }, [step, save, changed, form]);

  /** The form itself is being sent: nothing more to save here. */
  const sent = useCallback(() => {
    clearTimeout(timer.current);
    dirty.current = false;
    if (form.current) remember(step, readFields(step, form.current), true);
  }, [step, form]);

  return { state, changed, sent };
}
