"use client";

import { useEffect } from "react";
import { typing } from "@/components/ui/desk-search";

const shown = (element: Element): element is HTMLElement => element instanceof HTMLElement && element.checkVisibility();

/** What a key does, done: a disclosure opens on its first field, a field takes the focus, anything else is pressed. */
function press(target: HTMLElement): void {
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    const field = target.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select, button");
    (field ?? target.querySelector("summary"))?.focus();
    target.scrollIntoView({ block: "nearest" });
  } else if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
    target.focus();
  } else if (target instanceof HTMLDialogElement) {
    target.showModal();
  } else {
    target.click();
  }
}

/** Where a key is looked for: what is chosen, then the open row or the row of a table one is in, then the page. */
function targetOf(key: string): HTMLElement | undefined {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const here = document.activeElement?.closest("[data-keys-here]");
  for (const place of [
    document.querySelector("[data-keys-first]"),
    here,
    document.querySelector("[data-keys-current]"),
    document,
  ]) {
    const found = place && [...place.querySelectorAll(selector)].find(shown);
    if (found) return found as HTMLElement;
  }
  return document.querySelector<HTMLDialogElement>(`dialog${selector}`) ?? undefined;
}

/**
 * The keyboard of the desk: a letter presses the visible control that carries it as `data-key`, so that every act is on the screen too.
 * Nothing happens while one types, or with Ctrl, Alt or Meta; Escape leaves a field.
 */
export function HotKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (typing(event.target)) {
        if (event.key === "Escape") (event.target as HTMLElement).blur();
        return;
      }
      if (document.querySelector("dialog[open]") || event.key.length !== 1 || event.key === " ") return;
      const target = targetOf(event.key.toLowerCase());
      if (!target) return;
      event.preventDefault();
      press(target);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}
