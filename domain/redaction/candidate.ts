import type { Proposal, Reason, RedactionType } from "./types";

/** A proposal with its weight: where two overlap the heavier one stays whole, the other keeps what is left of it. */
export interface Candidate extends Proposal {
  weight: number;
}

export function candidate(type: RedactionType, why: Reason, start: number, end: number, weight: number): Candidate {
  return { type, why, start, end, weight };
}

/** The text before `at`, at most `units` long and within the same line. */
export function before(text: string, at: number, units: number): string {
  const part = text.slice(Math.max(0, at - units), at);
  return part.slice(part.lastIndexOf("\n") + 1);
}

/** The text from `at` on, at most `units` long and within the same line. */
export function after(text: string, at: number, units: number): string {
  return text.slice(at, at + units).split("\n")[0] ?? "";
}

/** Only the digits (and X of an identity number) of a number written with separators. */
export const bare = (number: string) => number.replace(/[^\dXx]/g, "");
