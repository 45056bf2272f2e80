import postgres from "postgres";
import { env } from "@/platform/env";
import { keyedHash } from "@/platform/keyed-hash";
import { errorFields, log } from "@/platform/log";
import { PUBLIC_CHANGE_CHANNEL } from "@/services/public-change";

/** Listens on a connection of its own; postgres.js connects again by itself and then everything is dropped, since word may have been missed. */
export async function listenForPublicChanges(): Promise<void> {
  const url = env().DATABASE_URL;
  if (!url) return;
  const tell = (payload: string) =>
    void fetch(`http://127.0.0.1:${process.env.PORT ?? "3000"}/api/internal/public-change`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-internal": keyedHash("internal", "public-change") },
      body: payload,
    }).catch((error: unknown) => log("warn", "public_change.not_told", errorFields(error)));
  const connection = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: "answered public changes" } });
  let first = true;
  await connection
    .listen(PUBLIC_CHANGE_CHANNEL, tell, () => {
      if (!first) tell('{"all":true}');
      first = false;
    })
    .catch((error: unknown) => log("warn", "public_change.not_listening", errorFields(error)));
}
