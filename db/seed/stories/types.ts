import type { DeclineGround, Outcome, Tier } from "@/domain/findings";

/** Clauses of the Standard that the demo's stories touch (Rules §1). */
export const STORY_CLAUSES = [
  "A1.4",
  "A2.1",
  "A2.2",
  "A2.3",
  "A3.3",
  "B1.1",
  "B1.2",
  "B1.3",
  "B1.4",
  "B1.5",
  "B2.1",
  "B2.2",
  "B2.3",
  "B2.4",
  "B3.1",
  "B3.2",
  "C1.1",
  "C1.2",
  "C1.3",
  "C1.4",
  "C2.1",
  "C2.2",
  "C3.1",
  "C3.2",
  "C3.3",
  "D1.3",
  "D1.4",
  "D1.5",
] as const;
export type StoryClause = (typeof STORY_CLAUSES)[number];

export const SECTORS = [
  "retail",
  "food_delivery",
  "travel",
  "telecom",
  "banking",
  "insurance",
  "logistics",
  "education",
] as const;
export type StorySector = (typeof SECTORS)[number];
export type SizeClass = "micro" | "small" | "medium" | "large" | "giant";
export type Channel = "app" | "mini_program" | "web" | "phone" | "other";
export type Lang = "zh-Hans" | "zh-Hant" | "en";
/** How the person writes. */
export type Voice = "plain" | "angry" | "polite" | "elder" | "terse" | "long";
/** Who writes: the person concerned, a relative or guardian, a consumer body. */
export type FiledBy = "self" | "relative" | "body";
/** Four ways in which companies answer: owning up, arguing the text, set phrases, the fewest words. */
export const MANNERS = ["sincere", "legal", "canned", "curt"] as const;
export type Manner = (typeof MANNERS)[number];
/** Both ends included. */
export type Range = readonly [min: number, max: number];

/** What a complainant asks for, as a code beside the words. */
export type Remedy =
  | "human_contact"
  | "refund"
  | "explanation"
  | "apology"
  | "compensation"
  | "records"
  | "fix_channel"
  | "callback";

/** Structured facts of Rules §1, each optional; seconds, times, menu levels, CNY fen. */
export interface StoryFacts {
  humanRequests?: number;
  waitSeconds?: number;
  reachedHuman?: boolean;
  menuDepth?: number;
  interruptions?: number;
  loopback?: boolean;
  sameReplyRepeated?: number;
  promisedAction?: string;
  /** Days after the contact by which it was promised; the plan makes it a date. */
  promisedInDays?: number;
  priorityGroup?: "senior" | "disabled";
  lossAmount?: number;
}

/** From what span each fact is drawn. `reachedHuman` and `loopback` are chances from 0 to 1. */
export interface FactRanges {
  humanRequests?: Range;
  waitSeconds?: Range;
  reachedHuman?: number;
  menuDepth?: Range;
  interruptions?: Range;
  loopback?: number;
  sameReplyRepeated?: Range;
  promises?: readonly {
    readonly action: string;
    readonly inDays: number;
    readonly words: string;
    readonly sectors?: readonly StorySector[];
  }[];
  priorityGroup?: "senior" | "disabled";
  /** Place in the queue when it was first told. */
  queuePlace?: Range;
  /** Second at which the phone prompt told the way to a human. */
  promptSecond?: Range;
}

/** One consumer narrative. Slots in braces are filled from the facts, see `slots.ts`. */
export interface Story {
  readonly lang: Lang;
  readonly voice: Voice;
  readonly by: FiledBy;
  readonly text: string;
}

/** What can go wrong with one contact, with everything people write and say about it. */
export interface Situation {
  readonly key: SituationKey;
  /** First the main one. */
  readonly clauses: readonly StoryClause[];
  readonly channels: readonly (readonly [Channel, number])[];
  readonly facts: FactRanges;
  /** True: only fits matters in which money is due back. */
  readonly money?: boolean;
  /** Only these sectors, else all. */
  readonly sectors?: readonly StorySector[];
  /** Only these matters, else all. */
  readonly matters?: readonly string[];
  /** One line as the desk's queue shows it, without the company. */
  readonly headlines: readonly string[];
  readonly stories: readonly Story[];
  readonly asks: readonly { readonly remedy: Remedy; readonly text: string }[];
  readonly titles: Readonly<Record<Outcome, readonly string[]>>;
  readonly replies: Readonly<Record<Manner, readonly string[]>>;
}

/** What the contact was about. `bg` are first-person sentences up to the moment support is needed. */
export interface Matter {
  readonly id: string;
  readonly sector: StorySector;
  readonly short: string;
  readonly shortEn: string;
  readonly bg: readonly string[];
  /** Follows 我就想 / 我要找人. */
  readonly want: string;
  readonly bgEn: string;
  readonly wantEn: string;
  /** Yuan; absent where no money is in play. */
  readonly amount?: Range;
  /** Money is owed back to the person. */
  readonly money: boolean;
}

/** An officer's finding in words. Slots as in stories, with measured numbers. */
export interface FindingText {
  readonly facts: string;
  readonly reasons: string;
  readonly tier?: Tier;
}

export interface RectificationText {
  /** Reports that were accepted at the first check. */
  readonly good: readonly string[];
  /** Reports that were rejected, with the desk's reason. */
  readonly weak: readonly { readonly report: string; readonly rejected: string }[];
}

export interface DeclineText {
  /** Only for companies of these sectors, else all. */
  readonly sectors?: readonly StorySector[];
  readonly ground: DeclineGround;
  readonly narrative: string;
  readonly headline: string;
  readonly reason: string;
  /** Where else to turn. */
  readonly elsewhere: string;
}

export const SITUATION_KEYS = [
  "no_human_entry",
  "deep_menu",
  "bot_only",
  "twenty_asks",
  "order_number_first",
  "ai_first",
  "not_understood",
  "long_queue",
  "queue_blind",
  "cut_off",
  "no_callback",
  "late_prompt",
  "full_menu",
  "dead_number",
  "senior_not_first",
  "disabled_wait",
  "canned_reply",
  "not_solved_twice",
  "vague_reply",
  "refund_hidden",
  "promise_broken",
  "terms_embellished",
  "stale_knowledge",
  "fee_untold",
  "freight_untold",
  "complaint_untold",
  "records_refused",
  "records_late",
  "records_cut",
] as const;
export type SituationKey = (typeof SITUATION_KEYS)[number];
