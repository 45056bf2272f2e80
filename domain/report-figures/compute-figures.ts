import type { ReportDataset } from "./dataset";
import { inflow } from "./f1-inflow";
import { funnel } from "./f2-funnel";
import { admissible } from "./f3-admissible";
import { acceptanceInTime } from "./f4-acceptance";
import { rulingInTime } from "./f5-ruling";
import { upholdRate } from "./f6-uphold-rate";
import { clauseHeat } from "./f7-clauses";
import { waiting } from "./f8-waiting";
import { requestsForHuman } from "./f9-requests";
import { promptTold } from "./f10-prompt";
import { scores } from "./f11-score";
import { rectified } from "./f12-rectified";
import { recordsAnswered } from "./f13-records";
import { companyReply } from "./f14-company-reply";
import { changeOnPanel } from "./f15-change";
import { priorityRoute } from "./f16-priority";
import { specialChecks } from "./f17-special-checks";
import type { Figure, FigureId } from "./figure";
import { freezeDataset } from "./freeze-dataset";

/** Every figure of the report, by its definition in Rules §7. */
const FIGURES = {
  F1: inflow,
  F2: funnel,
  F3: admissible,
  F4: acceptanceInTime,
  F5: rulingInTime,
  F6: upholdRate,
  F7: clauseHeat,
  F8: waiting,
  F9: requestsForHuman,
  F10: promptTold,
  F11: scores,
  F12: rectified,
  F13: recordsAnswered,
  F14: companyReply,
  F15: changeOnPanel,
  F16: priorityRoute,
  F17: specialChecks,
} as const satisfies Record<FigureId, (dataset: ReportDataset) => Figure>;

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
