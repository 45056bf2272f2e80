import type { Key } from "@/db/queries/open-data/page";
import { keyedHash, sameSecret } from "@/platform/keyed-hash";

const MAC_LENGTH = 24;
const macOf = (scope: string, body: string) => keyedHash("open-data-cursor", scope, body).slice(0, MAC_LENGTH);

/** A place in a list as an opaque word, good for this list with these filters only (`scope`). It says where the next record begins, so rows that come or go do not shift the pages. */
export function writeCursor(scope: string, key: Key): string {
  const body = Buffer.from(JSON.stringify(key)).toString("base64url");
  return `${body}.${macOf(scope, body)}`;
}

/** The key of a cursor; null when it was altered, cut, or made for another list. */
export function readCursor(scope: string, cursor: string): Key | null {
  const [body, mac, more] = cursor.split(".");
  if (!body || !mac || more !== undefined || !sameSecret(macOf(scope, body), mac)) return null;
  return JSON.parse(Buffer.from(body, "base64url").toString()) as string[];
}
