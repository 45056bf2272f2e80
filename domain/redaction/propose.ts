import { addresses } from "./address";
import type { Candidate } from "./candidate";
import { bankCards, idCards } from "./cards";
import { accounts, emails, orderNumbers, plates } from "./codes";
import { fold } from "./fold";
import { labelledAccounts, labelledNumbers } from "./labelled";
import { names } from "./names";
import { phones } from "./phones";
import type { Proposal } from "./types";

/**
 * Proposes what to hide in a text before it is published (rules of publication and personal data): spans in UTF-16 units, in order,
 * without overlaps, each with the reason it was proposed. A person confirms, moves or rejects them; nothing is hidden by itself.
 */
export function propose(text: string): Proposal[] {
  const folded = fold(text);
  const numbers = [
    ...emails(folded),
    ...phones(folded),
    ...idCards(folded),
    ...bankCards(folded),
    ...orderNumbers(folded),
    ...plates(folded),
    ...accounts(folded),
    ...labelledAccounts(folded),
    ...labelledNumbers(folded),
  ];
  const contacts = settle([...numbers, ...addresses(folded)], text.length);
  return settle([...contacts, ...names(folded, contacts)], text.length).map(({ start, end, type, why }) => ({
    start,
    end,
    type,
    why,
  }));
}

/** Overlaps resolved: the heavier stays whole (of equal weight the longer); of an address what lies outside it, if four units or more. */
function settle(candidates: Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const kept: Candidate[] = [];
  const byWeight = [...candidates].sort(
    (a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  for (const one of byWeight) {
    for (const piece of untaken(one, taken)) {
      const whole = piece.start === one.start && piece.end === one.end;
      if (!whole && (one.type !== "ADDRESS" || piece.end - piece.start < 4)) continue;
      taken.fill(1, piece.start, piece.end);
      kept.push(piece);
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

function untaken(one: Candidate, taken: Uint8Array): Candidate[] {
  const pieces: Candidate[] = [];
  for (let at = one.start; at < one.end; at++) {
    if (taken[at]) continue;
    const start = at;
    while (at < one.end && !taken[at]) at += 1;
    pieces.push({ ...one, start, end: at });
  }
  return pieces;
}
