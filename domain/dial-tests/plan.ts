import { createHash } from "node:crypto";
import { canonicalJson } from "../canonical-json";
import type { SizeClass } from "../company-register";
import { type Day, type Instant, type Quarter, startOfDay } from "../day";

/** Channels on which every company is tested, unless it turned out not to have them. */
export const DIAL_CHANNELS = ["phone", "app", "web"] as const;
export type DialChannel = (typeof DIAL_CHANNELS)[number];

/** What the tester comes with: complex matters, which a human must handle (A2.1), in words no real person stands behind. */
export const DIAL_MATTERS = ["refund", "wrong_charge", "late", "broken", "cancel", "complaint"] as const;
export type DialMatter = (typeof DIAL_MATTERS)[number];

/** First hours of the windows of two hours in which a contact is made. */
export const DIAL_HOURS = [9, 11, 13, 15, 17, 19] as const;
export const WINDOW_HOURS = 2;

/** Contacts of a channel in a quarter: companies with many customers are called twice by phone, the second time by the route for seniors. */
const PHONE_TWICE: readonly SizeClass[] = ["large", "giant"];
/** Of the other phone contacts one in four goes by the route for seniors. */
const PRIORITY_SHARE = 0.25;

/** Who and which days a quarter's draw is over: fixed, and published, with the commitment. */
export interface DialPanel {
  readonly days: readonly Day[];
  readonly companies: readonly {
    readonly slug: string;
    readonly sizeClass: SizeClass;
    readonly channels: readonly DialChannel[];
  }[];
}

/** One contact of the plan. `key` names it for good: "2026Q3/xishan/phone/1". */
export interface PlannedContact {
  readonly key: string;
  readonly company: string;
  readonly channel: DialChannel;
  readonly day: Day;
  /** First hour of its window. */
  readonly hour: number;
  readonly matter: DialMatter;
  /** By the route for seniors and disabled people. */
  readonly priority: boolean;
}

export const sha256Hex = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** What is published before the quarter: from it nobody can tell the seed, and to it no other seed fits. */
export function commitmentOf(quarter: Quarter, seed: string, panel: DialPanel): string {
  return sha256Hex(`${quarter}|${seed}|${canonicalJson(panel)}`);
}

/** A number from 0 to 1, exclusive, from the first 52 bits of SHA-256 of seed|quarter|company|channel|ordinal|what. */
function chance(seed: string, ...parts: readonly string[]): number {
  return Number.parseInt(sha256Hex([seed, ...parts].join("|")).slice(0, 13), 16) / 2 ** 52;
}

function pick<T>(from: readonly T[], at: number): T {
  return from[Math.floor(at * from.length)] as T;
}

/**
 * The contacts of a quarter, in order of their windows: drawn from the seed alone, so that whoever has seed and panel draws the same
 * (Rules §6). No days: no contacts.
 */
export function drawPlan(quarter: Quarter, seed: string, panel: DialPanel): PlannedContact[] {
  if (panel.days.length === 0) return [];
  const contacts = panel.companies.flatMap(({ slug, sizeClass, channels }) =>
    channels.flatMap((channel) => {
      const twice = channel === "phone" && PHONE_TWICE.includes(sizeClass);
      return Array.from({ length: twice ? 2 : 1 }, (_, i): PlannedContact => {
        const key = `${quarter}/${slug}/${channel}/${i + 1}`;
        const draw = (what: string) => chance(seed, quarter, slug, channel, String(i + 1), what);
        const priority = channel === "phone" && (twice ? i === 1 : draw("priority") < PRIORITY_SHARE);
        return {
          key,
          company: slug,
          channel,
          day: pick(panel.days, draw("day")),
          hour: pick(DIAL_HOURS, draw("hour")),
          matter: pick(DIAL_MATTERS, draw("matter")),
          priority,
        };
      });
    }),
  );
  return contacts.sort((a, b) => compare(a.day, b.day) || a.hour - b.hour || compare(a.key, b.key));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** When the window of a contact begins. */
export function windowStart(contact: { readonly day: Day; readonly hour: number }): Instant {
  return new Date(startOfDay(contact.day).getTime() + contact.hour * 3_600_000);
}

/** How a contact of the plan stands. `due`: its window has begun; `no_channel`: the company turned out not to have it. */
export type ContactState = "done" | "no_channel" | "due" | "ahead";
