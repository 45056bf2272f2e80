"use client";

import { useEffect, useState } from "react";

interface Props {
  /** id of the textarea. */
  of: string;
  max: number;
  /** Words before anything is typed, and without JavaScript. */
  limit: string;
  /** Words with the number as {n}. */
  left: string;
  over: string;
}

/** Counts as one writes; read out only when one pauses near the end or past it. */
export function CharacterCount({ of, max, limit, left, over }: Props) {
  const [used, setUsed] = useState(0);
  useEffect(() => {
    const area = document.getElementById(of);
    if (!(area instanceof HTMLTextAreaElement)) return;
    const count = () => setUsed([...area.value].length);
    count();
    area.addEventListener("input", count);
    return () => area.removeEventListener("input", count);
  }, [of]);
  const rest = max - used;
  const words = used === 0 ? limit : rest >= 0 ? left.replace("{n}", String(rest)) : over.replace("{n}", String(-rest));
  return (
    <p
      id={`${of}-count`}
      aria-live={rest <= max / 10 ? "polite" : "off"}
      className={`text-small ${rest < 0 ? "font-medium text-seal" : "text-ink-2"}`}
    >
      {words}
    </p>
  );
}
