/** A spot in the evidence: a file, and a line of it (from 0) or a second. */
export interface Spot {
  readonly id: string;
  readonly line?: number;
  readonly second?: number;
}

/** The address of a spot on the page of a case: "#at-<file>-l3", "#at-<file>-s31". */
export function spotHref({ id, line, second }: Spot): string {
  return `#at-${id}${line !== undefined ? `-l${line}` : second !== undefined ? `-s${Math.floor(second)}` : ""}`;
}

/** The spot an address names; null for any other. */
export function readSpot(hash: string): Spot | null {
  const found = /^#(?:at|evidence)-([0-9a-f-]{36})(?:-(l|s)(\d{1,6}))?$/.exec(hash);
  if (!found?.[1]) return null;
  const n = Number(found[3]);
  return { id: found[1], ...(found[2] === "l" ? { line: n } : found[2] === "s" ? { second: n } : {}) };
}
