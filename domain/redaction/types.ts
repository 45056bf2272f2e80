/** What may stand in a text that must not be published (personal data named by the rules of publication). */
export const REDACTION_TYPES = [
  "PHONE",
  "ID_CARD",
  "BANK_CARD",
  "EMAIL",
  "ADDRESS",
  "ORDER_NO",
  "NAME",
  "PLATE",
  "ACCOUNT",
] as const;
export type RedactionType = (typeof REDACTION_TYPES)[number];

/** From `start` up to and without `end`, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
  type: RedactionType;
}

export type Redaction = Span;

/** Why a span is proposed, for the officer who confirms it; the words for it are `redaction.why.<code>`. */
export const REASONS = [
  "mobile",
  "landline",
  "abroad",
  "spoken_digits",
  "check_digit",
  "old_id",
  "document_label",
  "card_number",
  "card_label",
  "email",
  "order_label",
  "carrier_number",
  "plate",
  "account_label",
  "house_number",
  "building",
  "village",
  "address_label",
  "name_label",
  "role",
  "title",
  "beside_contact",
  "given_name",
] as const;
export type Reason = (typeof REASONS)[number];

export interface Proposal extends Span {
  why: Reason;
}
