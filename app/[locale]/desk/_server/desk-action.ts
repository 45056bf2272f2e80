import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { type ActionContext, formAction } from "@/app/_server/action";
import type { FormState } from "@/components/form-state";
import { formatInstant } from "@/components/format";
import { db } from "@/db/client";
import { peopleNamed } from "@/db/queries/desk-lists";
import type { Actor, Role } from "@/domain/actors";
import type { CaseEvent } from "@/domain/case-events";
import { type DomainError, isDomainError } from "@/domain/errors";
import { readCase } from "@/services/case-file";

const LOST: readonly string[] = ["wrong_state", "already_done", "once_only", "conflict"];
/** What is no decision: looking, noting, reminding. */
const QUIET: readonly CaseEvent["type"][] = [
  "evidence_viewed",
  "reading_confirmed",
  "note_added",
  "deadline_reminded",
  "letter_sent",
  "assigned",
];

/** Who overtook one, when, with what: from the ledger, in a sentence. Null when nothing there explains it. */
export async function whoWasFirst(actor: Actor, reference: string, locale: string): Promise<string | null> {
  const file = await readCase(db(), actor, { reference });
  const last = file?.events.findLast((event) => !QUIET.includes(event.type));
  if (!last) return null;
  const [t, events, names] = await Promise.all([
    getTranslations({ locale, namespace: "desk.race" }),
    getTranslations({ locale, namespace: "events" }),
    last.actor.userId ? peopleNamed(db(), [last.actor.userId]) : new Map<string, string>(),
  ]);
  const roles = await getTranslations({ locale, namespace: "roles" });
  const told = { time: formatInstant(last.at, locale), what: events(last.type) };
  if (last.actor.role === "system") return t("system", told);
  if (last.actor.userId && last.actor.userId === actor.userId) return t("me", told);
  return t("did", { ...told, name: names.get(last.actor.userId ?? "") ?? roles(last.actor.role) });
}

/** A refusal in words; one that lost a race says who was first and what happened. */
export async function sayRefusal(actor: Actor, reference: string, error: DomainError, locale: string): Promise<string> {
  const t = await getTranslations({ locale, namespace: "errors" });
  const key = typeof error.details.message === "string" ? error.details.message : error.code;
  const plain = t.has(key as "invalid") ? t(key as "invalid") : t("invalid");
  const first = LOST.includes(error.code) ? await whoWasFirst(actor, reference, locale) : null;
  return first ? `${plain} ${first}` : plain;
}

type Shape = z.ZodType<{ reference: string }>;

/**
 * An act on one case from the desk: as formAction, the page is read anew when it went through; where another officer or a clock was first
 * the answer says who and what.
 */
export function deskAction<S extends Shape>(
  schema: S,
  work: (context: ActionContext<z.output<S>>) => Promise<Partial<FormState> | undefined>,
  roles: readonly Role[] = ["officer", "supervisor"],
) {
  return formAction({ roles, schema }, async (context) => {
    try {
      const answer = await work(context);
      refresh();
      return answer ?? {};
    } catch (error) {
      if (!isDomainError(error) || typeof error.details.field === "string") throw error;
      // Not read anew: the button that was pressed would be gone, and the sentence with it.
      return { status: "error", formError: await sayRefusal(context.actor, context.input.reference, error, context.locale) };
    }
  });
}
