"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, Suspense, use } from "react";
import type { Piece } from "@/domain/search/snippet";
import { useKeeper } from "./queue-keeper";

/** What a preview tells, as `/api/desk/peek/REFERENCE` answers. */
export interface PeekTold {
  /** The person's words, what was searched for marked; none: they left none. */
  readonly pieces: readonly Piece[];
  /** "320 more characters"; null when all stands there. */
  readonly rest: string | null;
  /** Suggested clauses, each with why. */
  readonly hints: readonly { readonly clause: string; readonly rule: string; readonly why: string }[];
  /** How many people complained about the same company within seven days; null when nobody else did. */
  readonly week: string | null;
}

/** Reads the preview of a case; null when it could not be had. */
export async function fetchPeek(reference: string, locale: string, typed: string): Promise<PeekTold | null> {
  const query = new URLSearchParams({ locale, ...(typed ? { q: typed } : {}) });
  const answer = await fetch(`/api/desk/peek/${reference}?${query}`).catch(() => null);
  return answer?.ok ? ((await answer.json()) as PeekTold) : null;
}

function Words({ pieces, rest }: Pick<PeekTold, "pieces" | "rest">) {
  let at = 0;
  return (
    <>
      “
      {pieces.map(({ text, hit }) => {
        at += text.length;
        return hit ? <mark key={at}>{text}</mark> : text;
      })}
      {rest ? "…" : ""}”{rest && <span className="ml-2 text-note text-ink-2">{rest}</span>}
    </>
  );
}

function Told({ reference, part }: { reference: string; part: "words" | "hints" }) {
  const t = useTranslations("desk.peek");
  const told = use(useKeeper().peek(reference));
  if (part === "words")
    return told === null ? t("failed") : told.pieces.length === 0 ? t("none") : <Words pieces={told.pieces} rest={told.rest} />;
  if (told === null) return null;
  return (
    <>
      {told.hints.length === 0 ? (
        <p>{t("noHints")}</p>
      ) : (
        <>
          <ul className="grid gap-1">
            {told.hints.map((hint) => (
              <li key={hint.clause}>
                <b className="font-medium text-ink" title={hint.rule}>
                  {hint.clause}
                </b>{" "}
                {hint.why}
              </li>
            ))}
          </ul>
          <p className="mt-1">{t("notFinding")}</p>
        </>
      )}
      {told.week && <p className="mt-1">{told.week}</p>}
    </>
  );
}

/** The person's words with the acts below them; clauses suggested beside. What may be done stands there before the words are read. */
export function PeekWords({ reference, children }: { reference: string; children: ReactNode }) {
  const t = useTranslations("desk.peek");
  return (
    <>
      <div className="min-w-0">
        <p className="max-w-measure min-h-[3lh] whitespace-pre-line">
          <Suspense fallback={<span className="text-ink-2">{t("reading")}</span>}>
            <Told reference={reference} part="words" />
          </Suspense>
        </p>
        {children}
      </div>
      <div className="text-note text-ink-2">
        <Suspense fallback={null}>
          <Told reference={reference} part="hints" />
        </Suspense>
      </div>
    </>
  );
}
