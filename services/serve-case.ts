import type { Tx } from "@/db/client";
import { insertService } from "@/db/queries/decisions";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
import { ASKED_EACH_TIME } from "./address-book";
import { type CaseFile, carryOut } from "./case-file";
import { notifyParties } from "./notify-parties";
import { newServiceToken, serviceLink } from "./open-service-link";

/**
 * Serves an accepted case on its registered company: to the company's account, else by a one-time link to the registered address; its clocks
 * count from now (RULES §2). Without an account and an address the case stays unserved and the desk is shown so.
 */
export async function serveCase(tx: Tx, file: CaseFile, actor: Actor, now: Instant): Promise<CaseFile> {
  const companyId = file.snapshot.companyId;
  if (!companyId || file.snapshot.servedAt) return file;
  const { addresses, hasAccount } = await (file.batch?.book ?? ASKED_EACH_TIME).company(tx, companyId);
  if (addresses.length === 0) return file;
  const method = hasAccount ? "account" : "link";
  const link = hasAccount ? null : newServiceToken();
  const after = await carryOut(tx, file, actor, "serve", { type: "served", data: { method, companyId } }, now);
  const service = { complaintId: file.row.id, companyId, method, tokenHash: link?.tokenHash ?? null, servedAt: now };
  if (file.batch) file.batch.service(service);
  else await insertService(tx, service);
  await notifyParties(
    tx,
    after,
    hasAccount ? "served" : "served_link",
    ["company"],
    link ? { open: serviceLink(link.token, addresses[0]?.locale ?? "zh-Hans") } : {},
  );
  return after;
}
