import type { Tx } from "@/db/client";
import { mails } from "@/db/schema";

/** Puts a written letter into the outbox. */
export async function insertMail(tx: Tx, mail: typeof mails.$inferInsert): Promise<void> {
  await tx.insert(mails).values(mail);
}
