import type { Side } from "@/domain/actors";
import { keyedHash, sameSecret } from "@/platform/keyed-hash";

/** For what a token lets one send files: an unfiled draft, a case or a dial test, as which side and by which account. */
export interface UploadGrant {
  readonly owner: "draft" | "case" | "dial";
  /** Id of the draft, the complaint or the test. */
  readonly id: string;
  readonly side: Side | "officer";
  readonly userId: string | null;
}

const DAYS = 7;
const mac = (text: string) => keyedHash("upload-token", text).slice(0, 43);

/**
 * The bearer token of the tus endpoint, for the page and for any tus client ("Authorization: Bearer …"). Good for 7 days; it lets one send
 * and take away files, and read nothing.
 */
export function uploadToken(grant: UploadGrant, now: Date): string {
  const ends = Math.floor(now.getTime() / 1000) + DAYS * 86_400;
  const text = [grant.owner, grant.id, grant.side, grant.userId ?? "", ends].join(".");
  return `${text}.${mac(text)}`;
}

/** What a token grants; null when it is altered, expired or none. */
export function readUploadToken(token: string, now: Date): UploadGrant | null {
  const at = token.lastIndexOf(".");
  const text = token.slice(0, at);
  if (at < 0 || token.length > 300 || !sameSecret(mac(text), token.slice(at + 1))) return null;
  const [owner, id, side, userId, ends] = text.split(".");
  if (!id || Number(ends) * 1000 < now.getTime()) return null;
  if (
    (owner !== "draft" && owner !== "case" && owner !== "dial") ||
    (side !== "complainant" && side !== "company" && side !== "officer")
  )
    return null;
  return { owner, id, side, userId: userId || null };
}

/** The grant of a request's Authorization header. */
export function grantOf(request: Request, now: Date): UploadGrant | null {
  const [scheme, token] = (request.headers.get("authorization") ?? "").split(" ");
  return scheme === "Bearer" && token ? readUploadToken(token, now) : null;
}
