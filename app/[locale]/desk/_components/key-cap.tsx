import type { ReactNode } from "react";

/** The key of an act, on its control; `aria-keyshortcuts` says it to those who listen. */
export function KeyCap({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true">
      <kbd>{children}</kbd>
    </span>
  );
}
