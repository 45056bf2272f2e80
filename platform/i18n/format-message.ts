import compile from "icu-minify/compile";
import format, { type CompiledMessage, type FormatOptions, type FormatValues } from "icu-minify/format";

/** Stands for `Intl` as the formatter of a message asks for it; each kind is made once, not once a request. */
class KeptFormats {
  private readonly kept = new Map<string, unknown>();
  private once<T>(kind: string, locale: unknown, options: unknown, make: () => T): T {
    const key = `${kind} ${locale} ${options === undefined ? "" : JSON.stringify(options)}`;
    let had = this.kept.get(key) as T | undefined;
    if (had === undefined) {
      had = make();
      this.kept.set(key, had);
    }
    return had;
  }
  getNumberFormat: FormatOptions["formatters"]["getNumberFormat"] = (locale, options) =>
    this.once("number", locale, options, () => new Intl.NumberFormat(locale, options));
  getDateTimeFormat: FormatOptions["formatters"]["getDateTimeFormat"] = (locale, options) =>
    this.once("date", locale, options, () => new Intl.DateTimeFormat(locale, options));
  getPluralRules: FormatOptions["formatters"]["getPluralRules"] = (locale, options) =>
    this.once("plural", locale, options, () => new Intl.PluralRules(locale, options));
}
const formatters = new KeptFormats();
const compiled = new Map<string, CompiledMessage>();

/**
 * A message of messages/ with its values, in place of use-intl's own way (next.config.ts puts it there): that one takes every message apart anew
 * in each request, a tenth of what a page costs. A message is taken apart once a process.
 * @throws Error when `message` is no text (a key that names a group), or no message at all.
 */
export default function formatMessage(
  key: string,
  message: unknown,
  values: FormatValues<unknown> | undefined,
  options: { locale: string; timeZone?: string },
): unknown {
  if (typeof message !== "string") throw new Error(`${key} is no message`);
  let parts = compiled.get(message);
  if (parts === undefined) {
    parts = compile(message);
    compiled.set(message, parts);
  }
  if (typeof parts === "string") return parts;
  return format(parts, options.locale, values, {
    formatters,
    formats: { dateTime: { long: { year: "numeric", month: "long", day: "numeric" } } },
    ...(options.timeZone ? { timeZone: options.timeZone } : {}),
  });
}
/** `t.raw` gives messages as they stand. */
formatMessage.raw = true;
