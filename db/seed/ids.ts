import { createHash } from "node:crypto";

/** A stable id for a thing of the demo: the same name gives the same uuid in every demo. */
export function seedId(name: string): string {
  const hex = createHash("sha256").update(`answered demo ${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
