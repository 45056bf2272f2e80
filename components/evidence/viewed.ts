import type { SoundContent } from "@/domain/reading/content";
import type { TranscriptLine } from "@/domain/reading/transcript";
import type { Region, TurnSide } from "@/domain/reading/turns";
import type { ShownKind } from "./names";

/** A turn as the viewer shows it; `read`: what the machine had read, where a person changed it. */
export interface ViewedTurn {
  readonly side: TurnSide;
  readonly text: string;
  readonly read: string | null;
  readonly unsure: boolean;
  readonly at: string | null;
  readonly box: Region | null;
}

/** A file as every reader's viewer shows it; only what the reader may see is in it. */
export interface ViewedFile {
  readonly id: string;
  /** 图1. */
  readonly name: string;
  readonly original: string;
  readonly kind: ShownKind;
  readonly about: readonly string[];
  readonly sha256: string;
  /** One sentence on how it was read: key of evidenceView.state. */
  readonly state:
    | "waiting"
    | "needsProgram"
    | "failed"
    | "notRead"
    | "nothing"
    | "read"
    | "confirmed"
    | "text"
    | "heard"
    | "typed";
  readonly turns: readonly ViewedTurn[];
  readonly sound: SoundContent | null;
  readonly transcript: readonly TranscriptLine[];
  /** Text of each page of a paper. */
  readonly pages: readonly string[] | null;
  readonly poster: boolean;
}

export const addressOf = (id: string) => `/api/evidence/${id}`;
