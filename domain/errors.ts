/** What the domain refuses with. Closed: the interface has one sentence for each (messages namespace `errors`). */
export const ERROR_CODES = [
  "not_found",
  "forbidden",
  "wrong_state",
  "conflict",
  "invalid",
  "too_early",
  "too_late",
  "same_person",
  "took_part",
  "missing_reason",
  "missing_company",
  "not_served",
  "not_consented",
  "already_done",
  "once_only",
  "evidence_unseen",
  "draft_not_sent",
  "findings_incomplete",
  "clock_not_running",
  "limit_reached",
  "empty_calendar",
  "impossible_history",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** Thrown for every refusal a person may meet; anything else that is thrown is a bug. `details` hold ids, days and counts, no words. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** Narrows what a catch block holds, also across bundles where `instanceof` fails. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === "DomainError" && "code" in error;
}
