import { addMonthsCalendar, type Day } from "../day";
import { counts } from "./finding-points";
import { byId, SCORE_RULE } from "./rule";
import type { ReplyLine, ReplyRecord, ScoredFinding } from "./types";

/**
 * Late replies half a point, missing ones a whole, once per upheld case, for 12 calendar months from the ruling's signature, only
 * when the company was served (Rules §6). A case is upheld while one of its findings counts.
 */
export function replyLines(replies: readonly ReplyRecord[], findings: readonly ScoredFinding[], asOf: Day): ReplyLine[] {
  const upheld = new Set(findings.filter((finding) => counts(finding, asOf)).map((finding) => finding.rulingId));
  const lines = new Map<string, ReplyLine>();
  for (const reply of replies) {
    if (!reply.served || !upheld.has(reply.rulingId)) continue;
    if (asOf >= addMonthsCalendar(reply.signedOn, SCORE_RULE.replyLifeMonths)) continue;
    const points = SCORE_RULE.reply[reply.failing];
    const before = lines.get(reply.rulingId);
    if (!before || points > before.points)
      lines.set(reply.rulingId, { rulingId: reply.rulingId, failing: reply.failing, points });
  }
  return [...lines.values()].sort((a, b) => byId(a.rulingId, b.rulingId));
}
