import type { ProposedFact } from "./facts";
import type { ChatTurn } from "./turns";

export type SegmentKind = "speech" | "hold" | "silence";
export interface SoundSegment {
  readonly start: number;
  readonly end: number;
  readonly kind: SegmentKind;
}

/** A recording without its words. */
export interface SoundContent {
  /** Seconds. */
  readonly duration: number;
  readonly segments: readonly SoundSegment[];
  /** Loudness of equal parts, 0 to 1. */
  readonly peaks: readonly number[];
}

/** What was read in a file, as it is kept. */
export type ReadingContent =
  | {
      readonly kind: "chat";
      readonly script: "zh-Hans" | "zh-Hant" | "en";
      readonly turns: readonly ChatTurn[];
      readonly facts: readonly ProposedFact[];
    }
  | ({ readonly kind: "sound" } & SoundContent)
  /** A film: its sound where it has any, and a small picture of it (WebP, base64). */
  | {
      readonly kind: "film";
      readonly sound: SoundContent | null;
      readonly duration: number | null;
      readonly poster: string | null;
    }
  /** A paper: the text of each page; turns where it is an export of a chat. */
  | { readonly kind: "paper"; readonly pages: readonly string[]; readonly turns: readonly ChatTurn[] };

/** Kinds of files that are read. */
export const READ_KINDS: readonly string[] = ["image", "audio", "video", "pdf", "text"];
/** After this many tries a file counts as unreadable. */
export const MOST_TRIES = 3;
/** Why a file waits though its turn has come: the machine lacks the program for it. */
export const WAITS_FOR_FFMPEG = "needs_ffmpeg";

/** The sound of a recording or film; null where there is none, or it is not yet known. */
export function soundOf(content: ReadingContent | null): SoundContent | null {
  if (content?.kind === "sound") return content;
  return content?.kind === "film" ? content.sound : null;
}

/** The turns read in a picture, export or paper. */
export function turnsOf(content: ReadingContent | null): readonly ChatTurn[] {
  return content?.kind === "chat" || content?.kind === "paper" ? content.turns : [];
}
