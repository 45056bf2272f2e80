import { env } from "@/platform/env";
import { keyedHash, sameSecret } from "@/platform/keyed-hash";

/** What stands for an address in links and rows: nobody without the key can tell whose it is. */
export const readerOf = (email: string): string => keyedHash("follow-reader", email).slice(0, 40);

/** Hash of the token that confirms a follow. */
export const confirmHash = (token: string): string => keyedHash("follow-confirm", token);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const sealOf = (what: string) => keyedHash("follow-stop", what).slice(0, 40);

/** The token that stops one follow, or with `reader` all of an address; made again for each letter, so nothing of it is stored. */
export function stopToken(what: { id: string } | { reader: string }): string {
  const body = "id" in what ? `1${what.id.replaceAll("-", "")}` : `0${what.reader}`;
  return `${body}.${sealOf(body)}`;
}

/** What a token stops; null when we did not make it. */
export function readStopToken(token: string): { id: string } | { reader: string } | null {
  const [body = "", seal = ""] = token.slice(0, 200).split(".");
  if (!sameSecret(seal, sealOf(body))) return null;
  if (body.startsWith("0")) return { reader: body.slice(1) };
  const id = body.slice(1).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return UUID.test(id) ? { id } : null;
}

/** The page that stops, in a language. */
export const stopPage = (locale: string, token: string): string => `${env().PUBLIC_URL}/${locale}/follow/stop/${token}`;
/** Where mail programmes post. */
export const stopAddress = (token: string): string => `${env().PUBLIC_URL}/api/follow/stop/${token}`;
