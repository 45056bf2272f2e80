import type { Day } from "../day";
import type { ComplaintFact } from "./dataset";

export interface StandingAnswer {
  readonly on: Day;
  readonly result: "accepted" | "declined";
  /** Ground of a decline; decided or deemed. */
  readonly reason: string;
}

/** Whether the complaint stands accepted or declined: a decline annulled on review is accepted, a case terminated later declined. */
export function standingAnswer(complaint: ComplaintFact): StandingAnswer | null {
  const { acceptedOn, declinedOn, declineGround, deemed } = complaint;
  if (declinedOn && declineGround && !(acceptedOn && acceptedOn > declinedOn))
    return { on: declinedOn, result: "declined", reason: declineGround };
  return acceptedOn && { on: acceptedOn, result: "accepted", reason: deemed ? "deemed" : "decided" };
}
