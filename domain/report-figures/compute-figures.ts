import type { ReportDataset } from "./dataset";
import { inflow } from "./f1-inflow";
import { funnel } from "./f2-funnel";
import { admissible } from "./f3-admissible";
import { acceptanceInTime } from "./f4-acceptance";
import { rulingInTime } from "./f5-ruling";
import { upholdRate } from "./f6-uphold-rate";
import { clauseHeat } from "./f7-clauses";
import { scores } from "./f11-score";
import { rectified } from "./f12-rectified";
import { companyReply } from "./f14-company-reply";
import type { Figure, FigureId } from "./figure";
import { freezeDataset } from "./freeze-dataset";

/** The figures that come from complaints, exposures and scores; those of dial tests and record requests have inputs of their own. */
const FIGURES = {
  F1: inflow,
  F2: funnel,
  F3: admissible,
  F4: acceptanceInTime,
  F5: rulingInTime,
  F6: upholdRate,
  F7: clauseHeat,
  F11: scores,
  F12: rectified,
  F14: companyReply,
} as const satisfies Partial<Record<FigureId, (dataset: ReportDataset) => Figure>>;

export type ComputedFigureId = keyof typeof FIGURES;

export const FIGURE_IDS = Object.keys(FIGURES) as readonly ComputedFigureId[];

/** Every figure of the report at its freeze (Rules §7). The same data in any order give the same bytes in `figureJson`. */
export function computeFigures(dataset: ReportDataset): Figure[] {
  const frozen = freezeDataset(dataset);
  return FIGURE_IDS.map((id) => FIGURES[id](frozen));
}

/** One figure at the freeze. */
export function computeFigure(id: ComputedFigureId, dataset: ReportDataset): Figure {
  return FIGURES[id](freezeDataset(dataset));
}
