import type { SituationKey } from "@/db/seed/stories/types";

/** Who is heard. `menu` and `bot` are the company's machine, `agent` its person. */
export type CallVoice = "menu" | "bot" | "agent" | "user" | "elder";

/** One thing heard. `at` is the second it starts; without it, it follows the last one after `gap` (0.5 s). */
export type Cue =
  | {
      readonly kind: "say";
      readonly voice: CallVoice;
      readonly text: string;
      readonly at?: number;
      readonly gap?: number;
      readonly mark?: Mark;
    }
  | { readonly kind: "ring"; readonly times: number }
  | { readonly kind: "key"; readonly digit: string; readonly at?: number; readonly mark?: Mark }
  /** Music until a second; announcements lie over it. */
  | {
      readonly kind: "hold";
      readonly until: number;
      readonly notices?: readonly { readonly at: number; readonly text: string }[];
    }
  | { readonly kind: "quiet"; readonly until: number }
  | { readonly kind: "busy"; readonly seconds: number };

/** What a cue means for the case. */
export type Mark = "prompt" | "request" | "human" | "promise";

export interface CallScript {
  readonly file: string;
  readonly format: "m4a" | "ogg" | "mp3";
  readonly company?: string;
  readonly situation: SituationKey;
  readonly cues: readonly Cue[];
  readonly note: string;
  /** Words of a complaint it goes with, as a pattern; absent: any of its situation. */
  readonly tells?: string;
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly kind: "speech" | "hold" | "silence";
  readonly voice?: CallVoice;
  readonly text?: string;
}

/** The truth about a recording; seconds from its beginning. */
export interface CallTruth {
  readonly file: string;
  readonly duration: number;
  readonly promptSecond: number | null;
  readonly requests: readonly number[];
  readonly humanSecond: number | null;
  /** From the first request to a human, or to the end where none came; null without a request. */
  readonly waitSeconds: number | null;
  readonly promiseSecond: number | null;
  readonly segments: readonly Segment[];
}
