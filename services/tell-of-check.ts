import type { Tx } from "@/db/client";
import type { SpecialCheckRow } from "@/db/queries/special-checks";
import { formatThreshold } from "@/domain/special-check";
import { env } from "@/platform/env";
import { ASKED_EACH_TIME } from "./address-book";
import { queueMail } from "./queue-mail";

type Step = "opened" | "drafted" | "returned" | "concluded" | "stated";

/**
 * Tells of a step of a special check, in the caller's transaction: all supervisors, the officer who drafted, or the company. Letters
 * `mail.special_check_<step>_<audience>` name the check and its figures, no case and no person.
 */
export async function tellOfCheck(
  tx: Tx,
  check: SpecialCheckRow,
  step: Step,
  audiences: readonly ("supervisor" | "officer" | "company")[],
): Promise<void> {
  const book = ASKED_EACH_TIME;
  for (const audience of audiences) {
    const addresses =
      audience === "company"
        ? (await book.company(tx, check.companyId)).addresses
        : audience === "officer"
          ? check.draftedBy
            ? [await book.user(tx, check.draftedBy)]
            : []
          : await book.role(tx, audience);
    const place =
      audience === "company" ? (step === "concluded" ? "special-checks" : "company/special-checks") : "desk/special-checks";
    for (const address of addresses)
      if (address)
        await queueMail(tx, {
          audience,
          ...address,
          template: `special_check_${step}_${audience}`,
          params: {
            number: check.number,
            trigger: check.trigger,
            clause: check.clause ?? "",
            week: check.week,
            count: check.complainants,
            threshold: formatThreshold(check.threshold),
            link: `${env().PUBLIC_URL}/${address.locale}/${place}${place === "company/special-checks" ? "" : `/${check.number}`}`,
          },
        });
  }
}
