import type { SituationId } from "./situations";

/** One question a page, in this order. */
export const FILING_STEPS = ["company", "what", "details", "words", "evidence", "wish", "contact", "check"] as const;
export type FilingStep = (typeof FILING_STEPS)[number];

/** What a complainant may ask for, as a code beside the words. */
export const WANT_KINDS = [
  "human_contact",
  "refund",
  "explanation",
  "apology",
  "compensation",
  "records",
  "fix_channel",
  "callback",
] as const;
export type WantKind = (typeof WANT_KINDS)[number];

/** For whom someone files (Rules §2). A ward is also how a child under 14 files (Rules §5). */
export const FILED_FOR = ["self", "relative", "ward", "consumer_body"] as const;
export type FiledFor = (typeof FILED_FOR)[number];

export const PRIORITY_GROUPS = ["senior", "disabled"] as const;
export type PriorityGroup = (typeof PRIORITY_GROUPS)[number];

/** The consents asked for while filing, each on its own and never ticked beforehand (Rules §5). */
export const FILING_CONSENTS = ["share_with_company", "publish_words"] as const;
export type FilingConsent = (typeof FILING_CONSENTS)[number];

/** Most characters of the texts, most files and bytes of a complaint, days a draft is kept after its last change (Rules §3). */
export const FILING_LIMITS = {
  companyName: 100,
  narrative: 5000,
  wants: 1000,
  promisedText: 500,
  name: 60,
  email: 254,
  phone: 40,
  postal: 200,
  files: 50,
  fileBytes: 2 * 1024 ** 3,
  totalBytes: 5 * 1024 ** 3,
  formFileBytes: 20 * 1024 ** 2,
  draftDays: 30,
  announceDays: 3,
} as const;

/** The structured facts of Rules §1 as the page asks for them; the wait in minutes and seconds, the loss in yuan. */
export const FACT_FIELDS = [
  "channel",
  "occurredOn",
  "humanRequests",
  "waitMinutes",
  "waitSeconds",
  "reachedHuman",
  "menuDepth",
  "interruptions",
  "loopback",
  "sameReplyRepeated",
  "promisedText",
  "promisedBy",
  "lossYuan",
] as const; // prettier-ignore
export type FactField = (typeof FACT_FIELDS)[number];

const HUMAN: readonly SituationId[] = [
  "no_way_to_human",
  "asked_still_bot",
  "questions_first",
  "long_menu",
  "long_queue",
  "dropped",
  "same_words",
  "not_first",
  "other",
];

/** In which situations a fact is worth asking for; `always` for what belongs to any contact. */
const ASKED_IN: Readonly<Record<FactField, readonly SituationId[] | "always">> = {
  channel: "always",
  occurredOn: "always",
  humanRequests: HUMAN,
  waitMinutes: ["asked_still_bot", "long_queue", "dropped", "not_first", "other"],
  waitSeconds: ["asked_still_bot", "long_queue", "dropped", "not_first", "other"],
  reachedHuman: [...HUMAN, "no_callback"],
  menuDepth: ["no_way_to_human", "long_menu", "questions_first"],
  interruptions: ["asked_still_bot", "long_queue", "dropped"],
  loopback: ["asked_still_bot", "dropped", "same_words"],
  sameReplyRepeated: ["asked_still_bot", "same_words", "refund_unclear"],
  promisedText: ["promise_broken", "no_callback", "told_wrong", "refund_unclear"],
  promisedBy: ["promise_broken", "no_callback", "told_wrong", "refund_unclear"],
  lossYuan: ["refund_unclear", "promise_broken", "told_wrong", "not_told", "other"],
};

/** The facts worth asking for after these situations were chosen, in the order of the page. What is not asked is not handed in. */
export function factsToAsk(situations: readonly string[]): FactField[] {
  return FACT_FIELDS.filter((fact) => {
    const asked = ASKED_IN[fact];
    return asked === "always" || asked.some((id) => situations.includes(id));
  });
}

/** What each page asks: names of its fields; `[]` marks those that may have several values. */
export const STEP_FIELDS: Readonly<Record<FilingStep, readonly string[]>> = {
  company: ["companyName"],
  what: ["situations[]"],
  details: FACT_FIELDS,
  words: ["narrative"],
  evidence: [],
  wish: ["wantsKinds[]", "wants"],
  contact: ["filedFor", "filedForName", "name", "email", "phone", "postal", "priorityGroup", "consents[]"],
  check: [],
};

/** What was typed so far, as typed: a draft keeps what is not yet right, too. Keys are those of STEP_FIELDS without `[]`. */
export type DraftAnswers = Readonly<Record<string, string | readonly string[]>>;

/** Longest text a draft keeps of one field: more than any limit, so that nothing is lost before the page says it is too long. */
const DRAFT_TEXT = 20_000;
const DRAFT_LIST = 40;

export function isFilingStep(value: unknown): value is FilingStep {
  return (FILING_STEPS as readonly unknown[]).includes(value);
}

export const stepNumber = (step: FilingStep): number => FILING_STEPS.indexOf(step) + 1;
export const stepAfter = (step: FilingStep): FilingStep =>
  FILING_STEPS[Math.min(FILING_STEPS.indexOf(step) + 1, FILING_STEPS.length - 1)] ?? "check";
export const stepBefore = (step: FilingStep): FilingStep | null => FILING_STEPS[FILING_STEPS.indexOf(step) - 1] ?? null;

/** The answers of one page out of what its form sent; unknown fields are dropped, a field the page did not send is emptied. */
export function answersOfStep(step: FilingStep, form: Readonly<Record<string, unknown>>): DraftAnswers {
  const out: Record<string, string | readonly string[]> = {};
  for (const field of STEP_FIELDS[step]) {
    const list = field.endsWith("[]");
    const name = list ? field.slice(0, -2) : field;
    const value = form[name];
    if (list) {
      const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
      out[name] = values.filter((v): v is string => typeof v === "string" && v.length <= 100).slice(0, DRAFT_LIST);
    } else out[name] = typeof value === "string" ? value.slice(0, DRAFT_TEXT) : "";
  }
  return out;
}

/** One field of a draft as text. */
export function answerText(answers: DraftAnswers, name: string): string {
  const value = answers[name];
  return typeof value === "string" ? value : "";
}

/** One field of a draft as a list. */
export function answerList(answers: DraftAnswers, name: string): readonly string[] {
  const value = answers[name];
  return Array.isArray(value) ? value : [];
}
