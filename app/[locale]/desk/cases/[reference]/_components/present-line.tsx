"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** A sign every so often; twice within the minute after which one counts as gone. */
const EVERY_MS = 20_000;

/** Who else of the desk has this case open: seen by both, so that nobody writes over the other. Says nothing while one is alone. */
export function PresentLine({ reference, others }: { reference: string; others: readonly string[] }) {
  const t = useTranslations("desk.present");
  const [names, setNames] = useState(others);
  useEffect(() => {
    let gone = false;
    const tell = async () => {
      if (document.visibilityState !== "visible") return;
      const answer = await fetch(`/api/desk/presence/${reference}`, { method: "POST" }).catch(() => null);
      if (gone || !answer?.ok) return;
      const told = (await answer.json()) as { others: string[] };
      if (!gone) setNames(told.others);
    };
    void tell();
    const timer = setInterval(() => void tell(), EVERY_MS);
    document.addEventListener("visibilitychange", tell);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tell);
    };
  }, [reference]);
  return (
    <p role="status" className={names.length > 0 ? "present-line" : "sr-only"}>
      {names.length > 0 && t("others", { names: names.join(t("comma")) })}
    </p>
  );
}
