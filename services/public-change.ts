import type { Tx } from "@/db/client";
import { notify } from "@/db/notifications";
import { publicationIds } from "@/db/queries/search-index";
import { indexRulings } from "./index-rulings";

/** What of the public record changed; `all` after the clock or the calendar moved. */
export interface PublicChange {
  readonly rulings?: readonly string[];
  /** Company ids. */
  readonly companies?: readonly string[];
  readonly reports?: readonly string[];
  /** Numbers of special checks. */
  readonly checks?: readonly string[];
  readonly all?: boolean;
}

/** Channel on which every web process listens, see instrumentation.ts. */
export const PUBLIC_CHANGE_CHANNEL = "public_change";

/** Tells the web processes, when the transaction commits, that cached public pages are out of date; search learns of the rulings with it. */
export async function announcePublicChange(tx: Tx, change: PublicChange): Promise<void> {
  if (change.rulings && change.rulings.length > 0) await indexRulings(tx, await publicationIds(tx, change.rulings));
  await notify(tx, PUBLIC_CHANGE_CHANNEL, JSON.stringify(change));
}
