/** What a chart of the report is drawn from: plain values and finished words, made on the server. `label` says it all in a sentence. */

/**
 * Shade of a part: the three inks of data; hatched what is still open, hatched dark what was not done; vermilion where the authority missed the
 * limit it has bound itself to.
 */
export type Tone = "dark" | "middle" | "pale" | "open" | "out" | "beyond";

export interface LineModel {
  readonly kind: "line";
  readonly label: string;
  readonly points: readonly { readonly key: string; readonly label: string; readonly marked: boolean }[];
  readonly series: readonly {
    readonly key: string;
    readonly label: string;
    readonly note: string;
    readonly values: readonly number[];
  }[];
}

export interface StepModel {
  readonly kind: "step";
  readonly label: string;
  /** End of the axis, in days or seconds. */
  readonly most: number;
  readonly axes: string;
  /** Marks of the axis; none: every fifth. */
  readonly ticks?: readonly number[];
  readonly limits: readonly { readonly at: number; readonly label: string }[];
  readonly series: readonly {
    readonly key: string;
    readonly label: string;
    readonly note: string;
    /** Days and the share done by then. */
    readonly steps: readonly (readonly [days: number, share: number])[];
    /** The limit this line is held to, and the share by then in words. */
    readonly limit: number;
    readonly mark: string | null;
  }[];
}

export interface FunnelModel {
  readonly kind: "funnel";
  readonly label: string;
  readonly stages: readonly {
    readonly key: string;
    readonly label: string;
    readonly n: number;
    readonly value: string;
    readonly note: string;
    /** Of them still on the way. */
    readonly open: number;
  }[];
}

export interface BarsModel {
  readonly kind: "bars";
  readonly label: string;
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly n: number;
    readonly value: string;
    readonly note: string;
    readonly tone: Tone;
  }[];
}

export interface StackModel {
  readonly kind: "stack";
  readonly label: string;
  readonly legend: readonly { readonly key: string; readonly label: string; readonly tone: Tone }[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly note: string;
    readonly strong: boolean;
    /** Share of each part, by key of the legend, with its number in words. */
    readonly parts: readonly { readonly key: string; readonly share: number; readonly value: string }[];
  }[];
}

export interface DotsModel {
  readonly kind: "dots";
  readonly label: string;
  /** What the full and the hollow dot stand for. */
  readonly legend: readonly { readonly dot: "full" | "hollow"; readonly label: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly note: string;
    readonly strong: boolean;
    readonly value: number | null;
    readonly text: string;
    readonly interval: readonly [low: number, high: number] | null;
    readonly second: number | null;
  }[];
}

export interface SlopeModel {
  readonly kind: "slope";
  readonly label: string;
  /** The two moments, at the ends. */
  readonly ends: readonly [before: string, now: string];
  readonly series: readonly {
    readonly key: string;
    readonly label: string;
    readonly strong: boolean;
    readonly before: number;
    readonly now: number;
    /** Both shares in words. */
    readonly values: readonly [before: string, now: string];
  }[];
}

/** Columns side by side: a day each, what is over the limit first. */
export interface ColumnsModel {
  readonly kind: "columns";
  readonly label: string;
  readonly columns: readonly { readonly key: string; readonly label: string; readonly n: number; readonly tone: Tone }[];
}

export type ChartModel = ColumnsModel | LineModel | StepModel | FunnelModel | BarsModel | StackModel | DotsModel | SlopeModel;

/** Below this width in px a drawing is another one: labels stand above their rows, keys below the lines. On paper type is smaller. */
export const NARROW = { screen: 560, paper: 430 } as const;

/** What a drawing is given: px, and whether it is the narrow one. */
export interface Drawn<M extends ChartModel> {
  readonly model: M;
  readonly width: number;
  readonly height: number;
  readonly narrow: boolean;
}

/** Height of a drawing in px, known before it is drawn so that nothing jumps. */
export function chartHeight(model: ChartModel, narrow: boolean): number {
  switch (model.kind) {
    case "line":
      return narrow ? 270 : 340;
    case "columns":
      return narrow ? 220 : 280;
    case "step":
      return narrow ? 300 : 360;
    case "slope":
      return Math.max(narrow ? 300 : 340, model.series.length * 26 + 70);
    case "funnel":
      return model.stages.length * (narrow ? 74 : 62);
    case "bars":
      return model.rows.length * (narrow ? 56 : 38);
    case "stack":
      return model.rows.length * (narrow ? 62 : 44) + 30;
    case "dots":
      return model.rows.length * (narrow ? 58 : 42) + 30;
  }
}
