import type { SituationKey } from "@/db/seed/stories/types";

export type Side = "user" | "agent" | "system";

export interface Turn {
  readonly side: Side;
  readonly text: string;
  /** Time line above the bubble, as the app shows it. */
  readonly at?: string;
  /** Rows the app draws under an agent's message: questions to tap, or the two faces. */
  readonly chips?: readonly string[];
  readonly rate?: boolean;
  /** Name above an agent's bubble, where it is a person. */
  readonly name?: string;
}

export type SkinName = "harbour" | "peel" | "mini";

/** One screenshot: what is said, and how the phone looks. */
export interface ChatScript {
  readonly file: string;
  readonly skin: SkinName;
  readonly theme: "light" | "dark";
  readonly format: "png" | "jpg" | "webp";
  /** Slug of the register; absent where the picture names nobody. */
  readonly company?: string;
  readonly matter?: string;
  readonly situation: SituationKey;
  readonly lang: "zh-Hans" | "zh-Hant" | "en";
  readonly title: string;
  readonly accent: string;
  /** Status bar. */
  readonly clock: string;
  readonly battery: number;
  /** Pinned order under the header. */
  readonly order?: { readonly name: string; readonly price: string; readonly state: string };
  readonly turns: readonly Turn[];
  readonly truth: ChatTruth;
}

/** What a reader must find in it. Seconds are elapsed between the shown times. */
export interface ChatTruth {
  readonly humanRequests: number;
  readonly reachedHuman: boolean;
  readonly waitSeconds?: number;
  readonly sameReplyRepeated?: number;
  readonly interruptions?: number;
  readonly loopback?: boolean;
  readonly queuePlace?: number;
  readonly notSolved?: number;
  readonly promise?: { readonly words: string; readonly action: string; readonly inDays: number };
  readonly feeYuan?: number;
  readonly lossYuan?: number;
}

/** Short forms for the scripts. */
export const u = (text: string, at?: string): Turn => ({ side: "user", text, at });
export const a = (text: string, more: Partial<Omit<Turn, "side" | "text">> = {}): Turn => ({ side: "agent", text, ...more });
export const s = (text: string): Turn => ({ side: "system", text });
