import type { Tx } from "@/db/client";
import { env } from "@/platform/env";
import { ASKED_EACH_TIME } from "./address-book";
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
  const { row, batch } = file;
  const book = batch?.book ?? ASKED_EACH_TIME;
  const home: Record<Audience, string> = {
    complainant: "track",
    company: `company/cases/${row.reference}`,
    officer: `desk/cases/${row.reference}`,
    supervisor: `desk/cases/${row.reference}`,
  };
  for (const audience of audiences) {
    const addresses =
      audience === "complainant"
        ? [await book.complainant(tx, row.id, row.locale)]
        : audience === "company"
          ? row.companyId
            ? (await book.company(tx, row.companyId)).addresses
            : []
          : audience === "officer" && row.officerId
            ? [await book.user(tx, row.officerId)]
            : await book.role(tx, audience);
    for (const address of addresses)
      if (address)
        await queueMail(
          tx,
          {
            audience,
            ...address,
            template: `${template}_${audience}`,
            params: { reference: row.reference, link: `${env().PUBLIC_URL}/${address.locale}/${home[audience]}`, ...params },
            complaintId: row.id,
          },
          batch,
        );
  }
}
