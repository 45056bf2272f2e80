"use client";

import { useEffect, useRef } from "react";

/** True when a key is being typed into something; ticking a box is not typing. */
export function typing(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|submit|reset|file|range)$/.test(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));
}

/** The desk's one search field. "/" leads to it from anywhere, Escape leaves it. */
export function DeskSearch({
  action,
  placeholder,
  label,
  value,
}: {
  action: string;
  placeholder: string;
  label: string;
  value?: string;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <form action={action} method="get" className="desk-search">
      <input
        ref={field}
        type="search"
        name="q"
        defaultValue={value}
        placeholder={placeholder}
        aria-label={label}
        aria-keyshortcuts="/"
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      <span aria-hidden="true">
        <kbd>/</kbd>
      </span>
    </form>
  );
}
