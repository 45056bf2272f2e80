"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ViewedTurn } from "./viewed";

/** The turns of a file; the marked one is kept in view. Choosing one tells where it stands. */
export function TurnList({
  turns,
  marked,
  onMark,
}: {
  turns: readonly ViewedTurn[];
  marked: number | null;
  onMark(line: number | null): void;
}) {
  const t = useTranslations("evidenceView.view");
  const sides = useTranslations("evidenceView.side");
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (marked === null) return;
    const row = list.current?.children[marked] as HTMLElement | undefined;
    const box = list.current;
    // Within the list alone: the page must not jump under the reader.
    if (row && box) box.scrollTo({ top: row.offsetTop - box.clientHeight / 3 });
  }, [marked]);
  return (
    <ol ref={list} className="relative max-h-[75vh] overflow-y-auto" aria-label={t("turns")}>
      {turns.map((turn, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a reading never changes its order
        <li key={i}>
          <button
            type="button"
            className={`grid w-full grid-cols-[3.4em_minmax(0,1fr)] gap-x-2 border-l-(length:--double) px-2 py-1.5 text-left hair-b ${marked === i ? "border-l-ink bg-paper-2" : "border-l-transparent"}`}
            aria-pressed={marked === i}
            onClick={() => onMark(marked === i ? null : i)}
          >
            <span className="text-note text-ink-2">
              {sides(turn.side)}
              {turn.at && <span className="block">{turn.at}</span>}
            </span>
            <span className="min-w-0 wrap-anywhere whitespace-pre-line">
              {turn.text}
              {turn.unsure && <span className="ml-2 text-note text-ink-2">{t("unsure")}</span>}
              {turn.read !== null && (
                <span className="block text-note text-ink-2">
                  <b className="font-medium">{t("changed")}</b> {t("wasRead", { text: turn.read })}
                </span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
