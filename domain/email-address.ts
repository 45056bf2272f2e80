/** Longest address that mail can be delivered to (RFC 5321 §4.5.3.1.3). */
const LONGEST = 254;

/** An e-mail address as typed, in the form it is stored (NFKC, trimmed, lower case), or null when mail could not reach it. */
export function readEmail(typed: string): string | null {
  const address = typed.normalize("NFKC").trim().toLowerCase();
  if (address.length > LONGEST) return null;
  return /^[^\s@",;:<>()[\]\\]+@[^\s@",;:<>()[\]\\.]+(\.[^\s@",;:<>()[\]\\.]+)+$/.test(address) ? address : null;
}

/** "c***@answered.example": enough to know one's own, not enough to learn another's. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}
