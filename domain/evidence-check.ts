/**
 * What is wrong with a sealed original when it is read again: it is gone; a bit of it changed; it is another file under its name; it is no sealed
 * file; it was sealed for a key the portal does not have; or storage did not answer.
 */
export const EVIDENCE_FAULTS = ["missing", "damaged", "exchanged", "not_sealed", "wrong_key", "unreadable"] as const;
export type EvidenceFault = (typeof EVIDENCE_FAULTS)[number];

/** One file that did not read back as it was received; ids only, as administrators read it (RULES §5). */
export interface FaultyEvidence {
  readonly id: string;
  readonly fault: EvidenceFault;
}

export type CheckScope = "all" | "sample";

/** Files the nightly job reads again. */
export const NIGHTLY_SAMPLE = 50;
