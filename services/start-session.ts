import { db } from "@/db/client";
import { insertSession } from "@/db/queries/sessions";
import type { Role } from "@/domain/actors";

/** Real hours until one must sign in again: people at work once a day, consumers once a month. */
export function sessionHours(role: Role): number {
  return role === "complainant" ? 30 * 24 : 12;
}

const BROWSERS = [
  ["MicroMessenger", "WeChat"],
  ["Edg", "Edge"],
  ["Firefox", "Firefox"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
] as const;
const SYSTEMS = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["HarmonyOS", "HarmonyOS"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

/** "Chrome, Windows": enough for a person to know their own device again, not enough to follow anyone. */
export function describeDevice(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const parts = [BROWSERS, SYSTEMS].flatMap((table) => table.find(([mark]) => userAgent.includes(mark))?.[1] ?? []);
  return parts.length > 0 ? parts.join(" · ") : null;
}

/** Starts a session for someone who has just proven who they are; answers its id, which goes into the cookie. */
export async function startSession(person: { id: string; role: Role }, userAgent: string | null): Promise<string> {
  return insertSession(db(), person.id, sessionHours(person.role), describeDevice(userAgent));
}
