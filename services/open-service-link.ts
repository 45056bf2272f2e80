import { createHash, randomBytes } from "node:crypto";
import { db } from "@/db/client";
import { insertService } from "@/db/queries/decisions";
import { linkServiceOf, markServiceOpened, type ServiceRow, serviceByToken } from "@/db/queries/services";
import { readReference } from "@/domain/case-number";
import type { Instant } from "@/domain/day";
import { DomainError } from "@/domain/errors";
import { env } from "@/platform/env";
import { queueMail } from "./queue-mail";

/** A new token of a one-time link and the hash that is kept of it. */
export function newServiceToken(): { token: string; tokenHash: string } {
  const token = randomBytes(24).toString("base64url");
  return { token, tokenHash: hashOf(token) };
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Where a one-time link leads. */
export function serviceLink(token: string, locale: string): string {
  return `${env().PUBLIC_URL}/${locale}/company/open/${token}`;
}

/** The service a link belongs to, opened or not; null for a token that never was. Looking opens nothing: mail programs look by themselves. */
export function readServiceLink(token: string): Promise<ServiceRow | null> {
  return serviceByToken(db(), hashOf(token));
}

/** Opens a link, once. Throws `not_found`, and `already_done` (errors.linkUsed) the second time. */
export async function openServiceLink(token: string, now: Instant): Promise<ServiceRow> {
  const service = await readServiceLink(token);
  if (!service) throw new DomainError("not_found");
  if (!(await markServiceOpened(db(), service.id, now))) throw new DomainError("already_done", { message: "linkUsed" });
  return { ...service, openedAt: now };
}

/**
 * Sends a new link to the registered address of a company served by link: the old one was opened on another device, or is lost. The clocks
 * count from the first service. Says nothing of whether there is such a case.
 */
export async function renewServiceLink(reference: string): Promise<void> {
  await db().transaction(async (tx) => {
    const service = await linkServiceOf(tx, readReference(reference) ?? "");
    const to = service?.company.serviceEmail;
    if (!service || !to) return;
    const { token, tokenHash } = newServiceToken();
    const { complaintId, companyId, servedAt } = service;
    await insertService(tx, { complaintId, companyId, method: "link", tokenHash, servedAt });
    await queueMail(tx, {
      audience: "company",
      to,
      locale: "zh-Hans",
      template: "service_link",
      params: { reference: service.reference, link: serviceLink(token, "zh-Hans") },
      complaintId,
    });
  });
}
