import type { Tx } from "@/db/client";
import { companyAddresses, complainantAddress, roleAddresses, userAddress } from "@/db/queries/parties";
import { env } from "@/platform/env";
import type { CaseFile } from "./case-file";
import { queueMail } from "./queue-mail";

export type Audience = "complainant" | "company" | "officer" | "supervisor";

/**
 * Queues a letter to parties of a case in their language, in the caller's transaction: no letter without the event, no event without the letter.
 * `template` names messages `mail.<template>`; parameters hold no personal data (reference, days, clause ids).
 */
export async function notifyParties(
  tx: Tx,
  file: CaseFile,
  template: string,
  audiences: readonly Audience[],
  params: Record<string, string | number> = {},
): Promise<void> {
  const { row } = file;
  const home: Record<Audience, string> = {
    complainant: "track",
    company: `company/cases/${row.reference}`,
    officer: `desk/cases/${row.reference}`,
    supervisor: `desk/cases/${row.reference}`,
  };
  for (const audience of audiences) {
    const addresses =
      audience === "complainant"
        ? [await complainantAddress(tx, row.id, row.locale)]
        : audience === "company"
          ? row.companyId
            ? (await companyAddresses(tx, row.companyId)).addresses
            : []
          : audience === "officer" && row.officerId
            ? [await userAddress(tx, row.officerId)]
            : await roleAddresses(tx, audience);
    for (const address of addresses)
      if (address)
        await queueMail(tx, {
          audience,
          ...address,
          template: `${template}_${audience}`,
          params: { reference: row.reference, link: `${env().PUBLIC_URL}/${address.locale}/${home[audience]}`, ...params },
          complaintId: row.id,
        });
  }
}
