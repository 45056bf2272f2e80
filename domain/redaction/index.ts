export { propose } from "./propose";
export { inWords, MARKS, type Replacements, redact } from "./redact";
export { type Proposal, REASONS, REDACTION_TYPES, type Reason, type Redaction, type RedactionType, type Span } from "./types";
