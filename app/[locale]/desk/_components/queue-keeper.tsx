"use client";

import { useLocale } from "next-intl";
import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useActionState,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type FormState, IDLE } from "@/components/form-state";
import { typing } from "@/components/ui/desk-search";
import { fetchPeek, type PeekTold } from "./queue-peek";

/** The boxes and buttons of the queue belong to this form, wherever they stand. */
export const QUEUE_FORM = "queue-form";

type Action = (previous: FormState, data: FormData) => Promise<FormState>;

interface Keeper {
  readonly cursor: string | null;
  readonly open: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly pending: boolean;
  /** Who is at the desk. */
  readonly me: string;
  /** What the preview of a case tells; asked once as long as the page stays as it is. */
  readonly peek: (reference: string) => Promise<PeekTold | null>;
  readonly put: (reference: string) => void;
  readonly toggleOpen: () => void;
  readonly pick: (reference: string) => void;
  readonly clear: () => void;
  /** Sends the chosen cases, or the given one. */
  readonly act: (act: "accept" | "assign", only?: string, officerId?: string) => void;
  /** Takes back the last giving of cases; null where there is nothing to take back. */
  readonly takeBack: (() => void) | null;
  /** An act from a row's own form is done: what happened, and the cursor goes on. */
  readonly settled: (reference: string, told: string) => void;
  readonly state: FormState;
  readonly told: string;
}

const Context = createContext<Keeper | null>(null);

export function useKeeper(): Keeper {
  const keeper = use(Context);
  if (!keeper) throw new Error("outside the queue");
  return keeper;
}

const linkOf = (reference: string) => document.querySelector<HTMLElement>(`[data-row-link="${CSS.escape(reference)}"]`);

/**
 * Keeps the cursor, what is chosen and what was last done for the rows inside. J and K move, X chooses, Space opens and closes the row in
 * place, Enter opens the case (a link's own). Without JavaScript the boxes and the buttons still make a form.
 */
export function QueueKeeper({
  references,
  me,
  typed,
  action,
  undo,
  children,
}: {
  references: readonly string[];
  me: string;
  /** What the queue was searched for, marked in previews. */
  typed: string;
  action: Action;
  /** Takes back what `action` answered it may. */
  undo: Action;
  children: ReactNode;
}) {
  const [done, run, acting] = useActionState(action, IDLE);
  const [undone, runUndo, undoing] = useActionState(undo, IDLE);
  const [last, setLast] = useState<"done" | "undone">("done");
  const state = last === "done" ? done : undone;
  const pending = acting || undoing;
  const [cursor, setCursor] = useState<string | null>(null);
  const [open, setOpen] = useState(true);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [told, setTold] = useState("");
  const before = useRef(references);
  const locale = useLocale();
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows, anew read
  const peeks = useMemo(() => new Map<string, Promise<PeekTold | null>>(), [references]);
  const peek = useCallback(
    (reference: string) => {
      const had = peeks.get(reference);
      if (had) return had;
      const asked = fetchPeek(reference, locale, typed);
      peeks.set(reference, asked);
      return asked;
    },
    [peeks, locale, typed],
  );

  // A case that left its place (accepted, now due much later) hands the cursor to the one that stood below it.
  useEffect(() => {
    const was = before.current;
    before.current = references;
    if (cursor === null || was.indexOf(cursor) === references.indexOf(cursor)) return;
    const below = was.slice(was.indexOf(cursor) + 1).find((one) => references.includes(one));
    const next = below ?? references[Math.max(0, Math.min(was.indexOf(cursor), references.length - 1))] ?? null;
    setCursor(next);
    if (next) linkOf(next)?.focus();
  }, [references, cursor]);

  useEffect(() => {
    setChosen((had) => (had.size === 0 ? had : new Set([...had].filter((one) => references.includes(one)))));
  }, [references]);

  useEffect(() => {
    const to = (by: 1 | -1) => {
      const at = cursor === null ? (by === 1 ? -1 : references.length) : references.indexOf(cursor);
      const next = references[Math.max(0, Math.min(references.length - 1, at + by))];
      if (!next) return;
      setCursor(next);
      const link = linkOf(next);
      link?.focus({ preventScroll: true });
      link?.closest("tr")?.scrollIntoView({ block: "nearest" });
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const key = event.key.toLowerCase();
      const onControl = event.target instanceof HTMLElement && event.target.closest("button, input, summary") !== null;
      if (key === "j" || key === "arrowdown") to(1);
      else if (key === "k" || key === "arrowup") to(-1);
      else if (key === "x" && cursor) setChosen((had) => toggled(had, cursor));
      else if (key === " " && cursor && !onControl) setOpen((was) => !was);
      else if (key === "enter" && cursor && event.target === document.body) linkOf(cursor)?.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [references, cursor]);

  // The neighbours' previews are there before the cursor is.
  useEffect(() => {
    if (cursor === null || !open) return;
    const at = references.indexOf(cursor);
    for (const near of [references[at], references[at + 1], references[at - 1]]) if (near) void peek(near);
  }, [references, cursor, open, peek]);

  const keeper = useMemo<Keeper>(
    () => ({
      me,
      peek,
      cursor,
      open,
      chosen,
      pending,
      state,
      told,
      put: setCursor,
      toggleOpen: () => setOpen((was) => !was),
      pick: (reference) => setChosen((had) => toggled(had, reference)),
      clear: () => setChosen(new Set()),
      takeBack:
        last === "done" && done.result?.undo
          ? () => {
              const data = new FormData();
              data.set("undo", done.result?.undo ?? "");
              setTold("");
              setLast("undone");
              startTransition(() => runUndo(data));
            }
          : null,
      settled: (_reference, words) => setTold(words),
      act: (act, only, officerId) => {
        const data = new FormData();
        data.set("act", act);
        if (officerId) data.set("officerId", officerId);
        for (const one of only ? [only] : chosen) data.append("references[]", one);
        setTold("");
        setLast("done");
        startTransition(() => {
          run(data);
          if (!only) setChosen(new Set());
        });
      },
    }),
    [me, peek, cursor, open, chosen, pending, state, told, run, runUndo, last, done],
  );
  return (
    <Context value={keeper}>
      <form id={QUEUE_FORM} action={run} />
      {children}
    </Context>
  );
}

function toggled(had: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(had);
  if (!next.delete(one)) next.add(one);
  return next;
}
