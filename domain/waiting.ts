import type { CaseSnapshot } from "./case-state";
import { PAUSE_REASONS, type PauseReason } from "./clock-table";
import { openReport } from "./replay-rectification";

/**
 * Whom or what an open case waits for. `us`: an officer; `signature`: the second person; `company`: its reply or its
 * rectification; `comments`: both sides on the draft; else the reason a clock stands still (`supplement`: the complainant's answer).
 */
export const WAITS = ["us", "signature", "company", "comments", ...PAUSE_REASONS] as const;
export type Wait = (typeof WAITS)[number];

export function isWait(value: string): value is Wait {
  return (WAITS as readonly string[]).includes(value);
}

function pauseOf(s: CaseSnapshot): PauseReason | null {
  return s.pauses.findLast((pause) => pause.to === null)?.reason ?? null;
}

/** Both have commented, or their working days ran out. */
function commentsAreIn(s: CaseSnapshot): boolean {
  return (
    s.commented.length === 2 ||
    s.deadlinesPassed.some((p) => p.clock === "draft_comments" && s.draftSentAt !== null && p.at > s.draftSentAt)
  );
}

/** What the case waits for as its events tell it; null when nobody owes anything. */
export function waitingFor(s: CaseSnapshot): Wait | null {
  switch (s.state) {
    case "submitted":
    case "awaiting_supplement":
      return pauseOf(s) ?? "us";
    case "accepted": {
      const silent = s.servedAt !== null && s.repliedAt === null && s.replyMissedAt === null;
      return pauseOf(s) ?? (silent ? "company" : "us");
    }
    case "ruling_drafted":
      return pauseOf(s) ?? (commentsAreIn(s) ? "signature" : "comments");
    case "under_review":
      return s.reviews.at(-1)?.reviewId ? "signature" : "us";
    case "final":
      if (s.rectifications.some((r) => openReport(r) !== null)) return "us";
      return s.rectifications.some((r) => r.acceptedAt === null) ? "company" : null;
    default:
      return null;
  }
}
