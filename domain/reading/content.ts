import type { ProposedFact } from "./facts";
import type { ChatTurn } from "./turns";

export type SegmentKind = "speech" | "hold" | "silence";

/** What was read in a file, as it is kept. */
export type ReadingContent =
  | {
      readonly kind: "chat";
      readonly script: "zh-Hans" | "zh-Hant" | "en";
      readonly turns: readonly ChatTurn[];
      readonly facts: readonly ProposedFact[];
    }
  | {
      readonly kind: "sound";
      /** Seconds. */
      readonly duration: number;
      readonly segments: readonly { readonly start: number; readonly end: number; readonly kind: SegmentKind }[];
      /** Loudness of equal parts, 0 to 1. */
      readonly peaks: readonly number[];
    };

/** Kinds of files that are read; others are kept and shown as they are. */
export const READ_KINDS: readonly string[] = ["image", "audio"];
/** After this many tries a file counts as unreadable. */
export const MOST_TRIES = 3;
