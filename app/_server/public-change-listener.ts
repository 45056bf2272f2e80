import { listen } from "@/db/notifications";
import { env } from "@/platform/env";
import { keyedHash } from "@/platform/keyed-hash";
import { errorFields, log } from "@/platform/log";
import { PUBLIC_CHANGE_CHANNEL } from "@/services/public-change";

/** Listens on a connection of its own; it is taken up again by itself and then everything is dropped, since word may have been missed. */
export async function listenForPublicChanges(): Promise<void> {
  const url = env().DATABASE_URL;
  if (!url) return;
  // The port of this very process (script/web.mjs): a shared one would hand the word to any of them.
  const port = process.env.OWN_PORT ?? process.env.PORT ?? "3000";
  const tell = (payload: string) =>
    void fetch(`http://127.0.0.1:${port}/api/internal/public-change`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-internal": keyedHash("internal", "public-change") },
      body: payload,
    }).catch((error: unknown) => log("warn", "public_change.not_told", errorFields(error)));
  await listen(url, PUBLIC_CHANGE_CHANNEL, tell, () => tell('{"all":true}')).catch((error: unknown) =>
    log("warn", "public_change.not_listening", errorFields(error)),
  );
}
