import type { TimeStamp } from "./time-stamp";

export type TurnSide = "user" | "agent" | "system";

/** Where something stands in a picture: shares of its width and height, 0 to 1. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One thing said. `at` is the time shown above it; `confidence` 0 to 100, as the recogniser says. */
export interface ChatTurn {
  readonly side: TurnSide;
  readonly text: string;
  readonly confidence: number;
  readonly at?: TimeStamp;
  readonly box?: Region;
  /** Said by a person of the company and no machine, as the name beside it says. */
  readonly human?: true;
}
