import type { Actor } from "./actors";
import type { ConsentKind } from "./case-events";

/** What of a case decides who sees its evidence. */
export interface EvidenceCase {
  readonly id: string;
  /** Account of the complainant, if there is one. */
  readonly userId: string | null;
  readonly companyId: string | null;
  readonly served: boolean;
  /** Consents of the complainant that are in force. */
  readonly consents: ReadonlySet<ConsentKind | (string & {})>;
}

/**
 * Who may read a file of a case, preview or original (RULES §3, §5): the complainant; the officers of the regulator; the company its own
 * files, and those of the other side once the case was served and the complainant consented to sharing, for as long as they do. Admins,
 * editors, publishers and the public never.
 */
export function mayReadEvidence(actor: Actor, file: { readonly side: string }, of: EvidenceCase): boolean {
  switch (actor.role) {
    case "officer":
    case "supervisor":
      return true;
    case "complainant":
      return actor.complaintId === of.id || (actor.userId !== undefined && actor.userId === of.userId);
    case "company":
      if (actor.companyId === undefined || actor.companyId !== of.companyId || !of.served) return false;
      return file.side === "company" || of.consents.has("share_with_company");
    default:
      return false;
  }
}

/** Files of an unfiled draft are its holder's alone; a file that went on into a case is read there. */
export function mayReadDraftFile(
  draftId: string | null,
  file: { readonly draftId: string | null; readonly complaintId: string | null },
): boolean {
  return draftId !== null && file.complaintId === null && file.draftId === draftId;
}
