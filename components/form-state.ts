/** What a form's action answers: errors beside the fields, and everything that was typed. */
export interface FormState {
  readonly status: "idle" | "ok" | "error";
  /** Field name → sentence in the reader's language. */
  readonly fieldErrors: Readonly<Record<string, string>>;
  /** A sentence about the whole form. */
  readonly formError?: string;
  /** What was sent, to fill the form again. Secrets and files are left out. */
  readonly values: Readonly<Record<string, string | string[]>>;
  /** Free answer of the action on success (ids, references). */
  readonly result?: Readonly<Record<string, string>>;
}

export const IDLE: FormState = { status: "idle", fieldErrors: {}, values: {} };
