import { sql } from "drizzle-orm";
import postgres from "postgres";
import type { Tx } from "./client";

/** Tells all who listen on that channel, when the transaction commits. At most 7,900 characters are carried. */
export async function notify(tx: Tx, channel: string, payload: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${channel}, ${payload.slice(0, 7900)})`);
}

/**
 * Listens on a connection of its own for as long as the process lives; a lost one is taken up again by itself.
 * `onReturn`: it was lost and is back, so word may have been missed. Throws when the first connection fails.
 */
export async function listen(
  url: string,
  channel: string,
  onWord: (payload: string) => void,
  onReturn: () => void,
): Promise<void> {
  const connection = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: `answered ${channel}` } });
  let first = true;
  await connection.listen(channel, onWord, () => {
    if (!first) onReturn();
    first = false;
  });
}
