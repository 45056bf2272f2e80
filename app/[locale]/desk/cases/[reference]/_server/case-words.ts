import type { Action } from "@/domain/procedure";
import type { DeskCase } from "./desk-case";

/**
 * What the browser's part of a case page reads of messages/: what its state lets one do, and no more. All of them would be a third of the page,
 * sent and read anew with every case.
 */
export function caseWords({ snapshot, words, evidence, similar }: DeskCase, may: readonly Action[]): string[] {
  const when = (holds: boolean, ...areas: string[]) => (holds ? areas : []);
  const drafting = may.includes("draft_ruling");
  return [
    "desk.act",
    "desk.bulk",
    "desk.present",
    "declineGrounds",
    "recuse",
    "ui.table",
    ...when(may.includes("settle"), "agreement"),
    ...when(may.includes("send_letter"), "letters"),
    ...when(may.includes("pause_acceptance") || may.includes("pause_decision"), "pauseReasons"),
    ...when(may.includes("bind_company"), "ui.companyPicker"),
    ...when(may.includes("sign_ruling"), "desk.sign"),
    ...when(drafting, "desk.ruling", "ui.outcome", "ui.tier"),
    ...when(snapshot.state === "ruling_drafted", "desk.redaction", "redaction.type"),
    ...when(words.reviews.length > 0, "desk.review", "desk.redaction", "redaction.type", "findings", "reviewWords", "tiers"),
    ...when(snapshot.rectifications.length > 0, "desk.check"),
    ...when(evidence.length > 0, ...["review", "side", "state", "transcribe", "view"].map((area) => `evidenceView.${area}`)),
    ...when(similar.length > 0, "similar"),
  ];
}
