import { db } from "@/db/client";
import { updatePerson } from "@/db/queries/people";
import type { Actor } from "@/domain/actors";
import { DomainError } from "@/domain/errors";
import { isLocale } from "@/platform/i18n/routing";

/** How one is called, and the language letters come in. Throws `invalid` with the field. */
export async function changeOwnDetails(actor: Actor, input: { name: string; locale: string }): Promise<void> {
  if (!actor.userId) throw new DomainError("not_found");
  if (!isLocale(input.locale)) throw new DomainError("invalid", { field: "language" });
  await updatePerson(db(), actor.userId, { name: input.name.trim() || null, locale: input.locale });
}
