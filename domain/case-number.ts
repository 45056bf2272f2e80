import type { Day } from "./day";

/** Letters and digits that are not read as one another on paper or over the phone (no 0, 1, I, L, O, S). */
export const SECRET_LETTERS = "23456789ABCDEFGHJKMNPQRTUVWXYZ";
/** 12 of 30 letters: 58.9 bits. */
export const SECRET_LENGTH = 12;

/** "2026-0917-4082": the day of filing and digits drawn at random, 4 to 8 of them. */
export function caseReference(day: Day, digits: string): string {
  return `${day.slice(0, 4)}-${day.slice(5, 7)}${day.slice(8, 10)}-${digits}`;
}

/** A reference as typed, in the form it was given out; null when it cannot be one. */
export function readReference(typed: string): string | null {
  const bare = typed.normalize("NFKC").replace(/[^0-9]/g, "");
  return /^\d{12,16}$/.test(bare) ? `${bare.slice(0, 4)}-${bare.slice(4, 8)}-${bare.slice(8)}` : null;
}

/** A secret as typed (any case, any gaps), in the form it was given out; null when it cannot be one. */
export function readSecret(typed: string): string | null {
  const bare = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("S", "5");
  return bare.length === SECRET_LENGTH && [...bare].every((c) => SECRET_LETTERS.includes(c)) ? bare : null;
}

/** In fours, as one writes it down: "K7M2 QX9T 4RBD". */
export function inFours(text: string): string {
  return text.replace(/(.{4})(?=.)/g, "$1 ");
}
