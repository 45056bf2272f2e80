"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

interface Told {
  readonly done: number;
  readonly all: number;
}

const EVERY_MS = 2_000;

/**
 * How far reading has come, asked every two seconds while it goes on; the page is drawn anew with each file that is done. Without JavaScript the numbers of
 * the page stand, with a link to look again. `source`: where to ask.
 */
export function ReadingProgress({ source, start, again }: { source: string; start: Told; again: string }) {
  const t = useTranslations("evidenceView.progress");
  const router = useRouter();
  const [told, setTold] = useState(start);
  const pending = told.all - told.done;
  useEffect(() => setTold(start), [start]);
  useEffect(() => {
    if (pending === 0) return;
    const stop = new AbortController();
    const ask = async () => {
      try {
        const answer = await fetch(source, { signal: stop.signal, cache: "no-store" });
        if (!answer.ok) return;
        const now = (await answer.json()) as Told;
        setTold(now);
        if (now.done !== told.done || now.all !== told.all) router.refresh();
      } catch {
        // The line is down: asked again with the next beat.
      }
    };
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [pending, source, told, router]);
  if (told.all === 0) return null;
  return (
    <div className="mt-5">
      <p role="status">{pending > 0 ? t("running", { ...told }) : t("done", { all: told.all })}</p>
      {pending > 0 && (
        <>
          <div
            className="bar mt-2"
            role="progressbar"
            aria-label={t("label")}
            aria-valuemin={0}
            aria-valuemax={told.all}
            aria-valuenow={told.done}
            style={{ "--v": Math.round((told.done / told.all) * 100) }}
          />
          <p className="mt-2 text-small text-ink-2">
            {t("leave")} <noscript>{<a href={again}>{t("again")}</a>}</noscript>
          </p>
        </>
      )}
    </div>
  );
}
