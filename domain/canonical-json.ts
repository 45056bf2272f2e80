import { DomainError } from "./errors";

/**
 * JSON that is the same text for the same content: keys sorted by UTF-16 code units, no spaces, numbers as ECMAScript writes them
 * (RFC 8785). What a SHA-256 of a figure or a dump is taken of, in UTF-8. Absent and undefined fields are left out.
 * Throws `invalid` for what JSON cannot hold: NaN, infinities, functions, dates, bigint, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new DomainError("invalid", { json: "lone surrogate" });
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new DomainError("invalid", { json: String(value) });
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && isPlain(value)) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${canonicalJson(key)}:${canonicalJson(field)}`);
    return `{${fields.join(",")}}`;
  }
  throw new DomainError("invalid", { json: typeof value });
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
