"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ShownProof } from "./verify-log-proof";

type Words = Readonly<Record<string, string>>;
type Answer = "idle" | "checking" | "bad" | "unreachable" | ShownProof;

const put = (text: string | undefined, values: Readonly<Record<string, string | number>>) =>
  (text ?? "").replaceAll(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));

/** Fetches the proof and checks it here: the portal's word is not enough. What checks is loaded when asked for, so that reading stays light. */
export function LogCheck({ number, vkey, words }: { number: string; vkey: string; words: Words }) {
  const [answer, setAnswer] = useState<Answer>("idle");
  async function check() {
    setAnswer("checking");
    try {
      const [{ verifyLogProof }, response] = await Promise.all([import("./verify-log-proof"), fetch(`/log/rulings/${number}`)]);
      if (!response.ok) return setAnswer("unreachable");
      setAnswer(verifyLogProof(await response.json(), vkey) ?? "bad");
    } catch {
      setAnswer("unreachable");
    }
  }
  return (
    <div className="no-print mt-4 grid justify-items-start gap-3">
      <Button kind="plain" type="button" busy={answer === "checking"} onClick={check}>
        {words.check}
      </Button>
      <div role="status">
        {answer === "checking" && <p>{words.checking}</p>}
        {answer === "bad" && <p className="font-bold text-seal">{words.bad}</p>}
        {answer === "unreachable" && <p>{words.unreachable}</p>}
        {typeof answer === "object" && (
          <p className="font-bold">{put(words.good, { n: answer.events.length, size: answer.size })}</p>
        )}
      </div>
      {typeof answer === "object" && (
        <details className="w-full min-w-0">
          <summary className="py-1 text-small text-act">{words.path}</summary>
          <p className="mt-2 text-note break-all text-ink-2">
            {put(words.size, { size: answer.size })} {words.root} <code>{answer.root}</code>
          </p>
          {answer.events.map((event) => (
            <div key={event.index} className="hair-b py-2 text-note break-all text-ink-2">
              <p>
                {put(words.leaf, { index: event.index })} <code>{event.leaf}</code>
              </p>
              <ol className="ml-4 list-decimal">
                {event.path.map((hash, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the way up has an order
                  <li key={at}>
                    <code>{hash}</code>
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}
