import type { Challenge, Solution } from "altcha-lib/types";

/** Longest the work may take before it is left (milliseconds). */
const PATIENCE = 120_000;

/**
 * Fetches a challenge for this draft, or for following by mail, and solves it in a worker, so that the page stays quick. Answers the solution
 * as the server reads it, or "" where there is no worker, no secure context, no line: the person can submit all the same.
 */
export async function solveInBackground(signal: AbortSignal, what: "draft" | "follow" = "draft"): Promise<string> {
  if (typeof Worker === "undefined" || !globalThis.crypto?.subtle) return "";
  try {
    const response = await fetch(what === "draft" ? "/api/challenge" : `/api/challenge?for=${what}`, {
      signal,
      cache: "no-store",
    });
    if (!response.ok) return "";
    const challenge = (await response.json()) as Challenge;
    const solution = await inWorker(challenge, signal);
    return solution ? btoa(JSON.stringify({ challenge, solution })) : "";
  } catch {
    return "";
  }
}

function inWorker(challenge: Challenge, signal: AbortSignal): Promise<Solution | null> {
  const worker = new Worker(new URL("./work.worker.ts", import.meta.url), { type: "module" });
  return new Promise<Solution | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE);
    signal.addEventListener("abort", () => resolve(null), { once: true });
    worker.addEventListener("error", () => resolve(null));
    worker.addEventListener("message", (event: MessageEvent<Solution | null>) => {
      clearTimeout(timer);
      resolve(event.data);
    });
    worker.postMessage(challenge);
  }).finally(() => worker.terminate());
}
