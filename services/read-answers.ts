import { chineseNumber } from "@/domain/chinese-number";
import { type Day, dayOf, isDay } from "@/domain/day";
import { answerList, answerText, type DraftAnswers, type FilingStep, factsToAsk, STEP_FIELDS } from "@/domain/filing";
import { ComplaintInput, futureFault } from "./complaint-input";

/** Field of a page → key of the sentence (messages `errors`). */
export type AnswerFaults = Readonly<Record<string, string>>;

const digits = (typed: string): string => typed.normalize("NFKC").replace(/[\s,，]/g, "");

/** "20", "２０次", "20+", "约20", "二十次" → 20; empty → null; anything else → NaN, which the schema refuses. */
export function readCount(typed: string): number | null {
  const bare = digits(typed);
  if (bare === "") return null;
  const found = /^[^\d.\-+]{0,3}(\d{1,7})(?:\+|[^\d.\-+]{0,3})$/.exec(bare);
  if (found) return Number(found[1]);
  return chineseNumber(bare.replace(/^[约約大概]+|[多几幾]?[次遍层層分秒钟鐘]+$/g, "")) ?? Number.NaN;
}

/** Yuan with up to two decimals → fen. */
function readFen(typed: string): number | null {
  const bare = digits(typed)
    .replace(/^[¥￥]/, "")
    .replace(/(元|块|RMB|CNY|yuan)$/i, "");
  if (bare === "") return null;
  const found = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(bare);
  return found ? Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0") || 0) : Number.NaN;
}

/** Minutes and seconds → seconds; 200 in the field of seconds is taken as said. */
function readWait(minutes: string, seconds: string): number | null {
  const [m, s] = [readCount(minutes), readCount(seconds)];
  return m === null && s === null ? null : (m ?? 0) * 60 + (s ?? 0);
}

const readDay = (typed: string): Day | string | null => {
  const bare = digits(typed)
    .replaceAll(/[./年月]/g, "-")
    .replace(/日$/, "");
  if (bare === "") return null;
  const [y = "", m = "", d = ""] = bare.split("-");
  const full = `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
  return isDay(full) ? full : bare;
};

const choice = (typed: string): string | null => (typed === "" ? null : typed);
const yesNo = (typed: string): boolean | null => (typed === "yes" ? true : typed === "no" ? false : null);

/** Where the schema's paths stand on the pages. */
const FIELD_OF: Readonly<Record<string, string>> = {
  "facts.waitSeconds": "waitMinutes",
  "facts.lossAmount": "lossYuan",
};

function candidate(answers: DraftAnswers, everything: boolean) {
  const situations = answerList(answers, "situations");
  const asked = new Set<string>(factsToAsk(situations));
  const fact = (name: string) => (everything || asked.has(name) ? answerText(answers, name) : "");
  return {
    companyName: answerText(answers, "companyName"),
    situations,
    facts: {
      channel: choice(fact("channel")),
      occurredOn: readDay(fact("occurredOn")),
      humanRequests: readCount(fact("humanRequests")),
      waitSeconds: readWait(fact("waitMinutes"), fact("waitSeconds")),
      reachedHuman: yesNo(fact("reachedHuman")),
      menuDepth: readCount(fact("menuDepth")),
      interruptions: readCount(fact("interruptions")),
      loopback: yesNo(fact("loopback")),
      sameReplyRepeated: readCount(fact("sameReplyRepeated")),
      promisedText: fact("promisedText"),
      promisedBy: readDay(fact("promisedBy")),
      lossAmount: readFen(fact("lossYuan")),
    },
    narrative: answerText(answers, "narrative"),
    wantsKinds: answerList(answers, "wantsKinds"),
    wants: answerText(answers, "wants"),
    filedFor: answerText(answers, "filedFor") || "self",
    priorityGroup: choice(answerText(answers, "priorityGroup")),
    contact: {
      name: answerText(answers, "name"),
      email: answerText(answers, "email"),
      phone: answerText(answers, "phone"),
      postal: answerText(answers, "postal"),
      filedForName: answerText(answers, "filedFor") === "self" ? "" : answerText(answers, "filedForName"),
    },
    consents: answerList(answers, "consents"),
  };
}

/**
 * A draft's answers as a complaint, or what there is still to put right, by field. `now`: an incident cannot lie in the future.
 * `everything`: take facts too that the chosen situations would not have asked for (the desk's page asks for all).
 */
export function readAnswers(
  answers: DraftAnswers,
  now: Date,
  everything = false,
): { input: ComplaintInput; faults: null } | { input: null; faults: AnswerFaults } {
  const parsed = ComplaintInput.safeParse(candidate(answers, everything));
  const faults: Record<string, string> = {};
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.join(".");
    const field = FIELD_OF[path] ?? String(issue.path.at(-1 - (typeof issue.path.at(-1) === "number" ? 1 : 0)) ?? "form");
    faults[field] ??= issue.message;
  }
  const day = parsed.success ? parsed.data.facts.occurredOn : readDay(answerText(answers, "occurredOn"));
  if (day && isDay(day) && futureFault(day, dayOf(now))) faults.occurredOn ??= "future";
  return parsed.success && Object.keys(faults).length === 0 ? { input: parsed.data, faults: null } : { input: null, faults };
}

/** What there is to put right on one page; the other pages may still be empty. */
export function faultsOfStep(step: FilingStep, answers: DraftAnswers, now: Date): AnswerFaults {
  const { faults } = readAnswers(answers, now);
  const own = new Set(STEP_FIELDS[step].map((field) => field.replace("[]", "")));
  return Object.fromEntries(Object.entries(faults ?? {}).filter(([field]) => own.has(field)));
}

/** The page that asks for a field. */
export function stepOfField(field: string): FilingStep {
  const found = Object.entries(STEP_FIELDS).find(([, fields]) => fields.some((f) => f.replace("[]", "") === field));
  return (found?.[0] as FilingStep | undefined) ?? "check";
}
