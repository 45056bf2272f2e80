"use client";

import { type KeyboardEvent, type MouseEvent, useSyncExternalStore } from "react";
import { SIZE_KEY } from "./size-script";

function watch(onChange: () => void) {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-size"] });
  return () => observer.disconnect();
}

const isLarge = () => document.documentElement.dataset.size === "large";

/** Remembering may be forbidden by the browser; the page still changes. */
function remember(size: "large" | "normal") {
  try {
    localStorage.setItem(SIZE_KEY, size);
  } catch {
    return;
  }
}

/** Turns large type (长辈版) on and off. Without JavaScript it is a link to #large, which the style sheet knows. */
export function SizeSwitch({ label, className = "" }: { label: string; className?: string }) {
  const large = useSyncExternalStore(watch, isLarge, () => false);

  function toggle(event: MouseEvent | KeyboardEvent) {
    event.preventDefault();
    const next = large ? "normal" : "large";
    if (location.hash === "#large") history.replaceState(history.state, "", location.pathname + location.search);
    if (next === "large") document.documentElement.dataset.size = "large";
    else delete document.documentElement.dataset.size;
    remember(next);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a link, so that it works before and without JavaScript
    // biome-ignore lint/a11y/useValidAnchor: it has a target of its own, #large
    <a
      href="#large"
      role="button"
      aria-pressed={large}
      className={className}
      onClick={toggle}
      onKeyDown={(event) => {
        if (event.key === " ") toggle(event);
      }}
    >
      {label}
    </a>
  );
}
