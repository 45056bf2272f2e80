import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { FormState } from "@/components/form-state";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import type { Actor, Role } from "@/domain/actors";
import { isDomainError } from "@/domain/errors";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/platform/i18n/routing";
import { caseActor } from "./case-actor";
import { companyActor } from "./company-actor";
import { isDatabaseGone } from "./faults";
import { requireActor } from "./session";

/** What the work of an action gets. `now` is the portal's time; `locale` the reader's language. */
export interface ActionContext<Input> {
  readonly actor: Actor;
  readonly input: Input;
  readonly now: Date;
  readonly locale: Locale;
}

interface Options<S extends z.ZodType> {
  /** Who may; "anyone" includes people without an account; "case" also knows the holder of a receipt, "company_case" that of a one-time link (the service scopes to their case). */
  readonly roles: readonly Role[] | "anyone" | "case" | "company_case";
  /** Shape of the form. Messages are keys below `errors` in messages/, e.g. z.string().min(1, "required"). */
  readonly schema: S;
  /** Fields never sent back to the page (passwords, codes, secrets). */
  readonly secret?: readonly string[];
}

/** Fields that may come more than once are lists when their name ends in "[]"; the "[]" is dropped. */
function readForm(data: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const out: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {};
  for (const key of new Set(data.keys())) {
    if (key.startsWith("$ACTION")) continue;
    if (key.endsWith("[]")) out[key.slice(0, -2)] = data.getAll(key);
    else {
      const value = data.get(key);
      if (value !== null) out[key] = value;
    }
  }
  return out;
}

function typedValues(form: ReturnType<typeof readForm>, secret: readonly string[]): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [key, value] of Object.entries(form)) {
    if (secret.includes(key)) continue;
    if (typeof value === "string") values[key] = value;
    else if (Array.isArray(value)) values[key] = value.filter((v): v is string => typeof v === "string");
  }
  return values;
}

/** The reader's language in an action: the form's own `locale` field, else the page it was sent from. */
export async function actionLocale(data?: FormData): Promise<Locale> {
  const named = data?.get("locale");
  if (isLocale(named)) return named;
  const from = (await headers()).get("referer");
  const first = from && URL.canParse(from) ? new URL(from).pathname.split("/")[1] : undefined;
  return isLocale(first) ? first : DEFAULT_LOCALE;
}

async function whoActs(roles: Options<z.ZodType>["roles"], reference: unknown, locale: Locale): Promise<Actor> {
  if (roles === "case") return caseActor();
  if (roles !== "company_case") return requireActor(roles, locale);
  return (await companyActor(typeof reference === "string" ? reference : undefined)) ?? requireActor(["company"], locale);
}

/**
 * The one way in for writes from a page: sign-in, role, shape, then the work. Domain errors become a kind sentence and the form comes
 * back as typed; a vanished database says so; bugs are not caught.
 */
export function formAction<S extends z.ZodType>(
  options: Options<S>,
  work: (context: ActionContext<z.output<S>>) => Promise<Partial<FormState> | undefined>,
): (previous: FormState, data: FormData) => Promise<FormState> {
  return async (_previous, data) => {
    const locale = await actionLocale(data);
    const t = await getTranslations({ locale, namespace: "errors" });
    const say = (key: string) => (t.has(key) ? t(key) : t("invalid"));
    const form = readForm(data);
    const values = typedValues(form, options.secret ?? []);
    const parsed = options.schema.safeParse(form);
    if (!parsed.success) {
      const fieldErrors: Record<string, string> = {};
      for (const issue of parsed.error.issues) fieldErrors[issue.path.join(".") || "form"] ??= say(issue.message);
      return { status: "error", fieldErrors, values };
    }
    try {
      const actor = await whoActs(options.roles, form.reference, locale);
      const now = await portalNow(db());
      const extra = await work({ actor, input: parsed.data, now, locale });
      return { status: "ok", fieldErrors: {}, values, ...extra };
    } catch (error) {
      unstable_rethrow(error);
      if (isDomainError(error)) {
        const field = typeof error.details.field === "string" ? error.details.field : undefined;
        const key = typeof error.details.message === "string" ? error.details.message : error.code;
        return field
          ? { status: "error", fieldErrors: { [field]: say(key) }, values }
          : { status: "error", fieldErrors: {}, formError: say(key), values };
      }
      if (isDatabaseGone(error)) return { status: "error", fieldErrors: {}, formError: say("unavailable"), values };
      throw error;
    }
  };
}
