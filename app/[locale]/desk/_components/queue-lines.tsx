"use client";

import type { ReactNode } from "react";
import { QUEUE_FORM, useKeeper } from "./queue-keeper";

/** A case's row: under the cursor when one is in it. */
export function QueueLine({ reference, children }: { reference: string; children: ReactNode }) {
  const keeper = useKeeper();
  const current = keeper.cursor === reference;
  return (
    <tr
      aria-selected={current || undefined}
      onFocus={() => keeper.put(reference)}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest("a, input, label")) keeper.put(reference);
      }}
    >
      {children}
    </tr>
  );
}

/** Chooses a case for an act on several. */
export function QueuePick({ reference, label }: { reference: string; label: string }) {
  const keeper = useKeeper();
  return (
    <label className="flex size-8 items-center justify-center">
      <input
        type="checkbox"
        name="references[]"
        value={reference}
        form={QUEUE_FORM}
        aria-label={label}
        checked={keeper.chosen.has(reference)}
        onChange={() => keeper.pick(reference)}
      />
    </label>
  );
}

/** What opens in place under the row with the cursor. */
export function QueuePeek({ reference, span, children }: { reference: string; span: number; children: ReactNode }) {
  const keeper = useKeeper();
  if (keeper.cursor !== reference || !keeper.open) return null;
  return (
    <tr data-peek="" data-keys-current="">
      <td />
      <td className="axis" />
      <td colSpan={span}>{children}</td>
    </tr>
  );
}
