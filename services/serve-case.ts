import type { Tx } from "@/db/client";
import { insertService } from "@/db/queries/decisions";
import { companyAddresses } from "@/db/queries/parties";
import type { Actor } from "@/domain/actors";
import type { Instant } from "@/domain/day";
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
  const { addresses, hasAccount } = await companyAddresses(tx, companyId);
  if (addresses.length === 0) return file;
  const method = hasAccount ? "account" : "link";
  const link = hasAccount ? null : newServiceToken();
  const after = await carryOut(tx, file, actor, "serve", { type: "served", data: { method, companyId } }, now);
  await insertService(tx, {
    complaintId: file.row.id,
    companyId,
    method,
    tokenHash: link?.tokenHash ?? null,
    servedAt: now,
  });
  await notifyParties(
    tx,
    after,
    hasAccount ? "served" : "served_link",
    ["company"],
    link ? { open: serviceLink(link.token, addresses[0]?.locale ?? "zh-Hans") } : {},
  );
  return after;
}
