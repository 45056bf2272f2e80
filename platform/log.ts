import { env } from "./env";

const LEVELS = ["debug", "info", "warn", "error"] as const;
type Level = (typeof LEVELS)[number];

/** What a log line may carry: ids, counts, codes. Never a name, an address, a text or a URL with a secret in it. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** One line of JSON on standard error: time (real), level, event and ids. Quieter lines than LOG_LEVEL are left out. */
export function log(level: Level, event: string, fields: LogFields = {}): void {
  if (LEVELS.indexOf(level) < LEVELS.indexOf(env().LOG_LEVEL)) return;
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
}

/**
 * An error as fields for the log and for job rows: name, code, a message without personal data, and the first line of the project in its stack.
 * Of a failed query only what the database said: drizzle's own message repeats every parameter.
 */
export function errorFields(error: unknown): { error: string; code?: string; message: string; where?: string } {
  if (!(error instanceof Error)) return { error: typeof error, message: "" };
  const told = error.cause instanceof Error && error.message.startsWith("Failed query") ? error.cause : error;
  const code = (told as { code?: unknown }).code;
  const frame = /^\s+at .*?((?:app|db|domain|jobs|platform|services|script)\/[^\s)]+:\d+)/m.exec(error.stack ?? "");
  return {
    error: told.name,
    ...(typeof code === "string" ? { code } : {}),
    message: withoutPersonalData(told.message).slice(0, 300),
    ...(frame?.[1] ? { where: frame[1] } : {}),
  };
}

function withoutPersonalData(text: string): string {
  return text
    .replace(/[^\s<>"'()]+@[^\s<>"'()]+/g, "<mail>")
    .replace(/\+?\d[\d -]{6,}\d/g, "<number>")
    .replace(/([?&](?:token|secret|code|email)=)[^&\s]+/gi, "$1<hidden>");
}
