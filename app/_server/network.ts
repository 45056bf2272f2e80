import { isIPv6 } from "node:net";

/**
 * Where a request comes from, for counting behaviour: the address the nearest proxy wrote last into x-forwarded-for (what stands before it
 * may be invented), of IPv6 the /64 that one household has. Never stored or logged in clear.
 */
export function networkOf(headers: Headers): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const address = last.replace(/^::ffff:/i, "");
  if (!isIPv6(address)) return address || "unknown";
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
