import { createTranslator } from "next-intl";
import type { FullStudySource } from "@/db/queries/study-sources";
import type { Wording } from "@/domain/report/words";
import en from "@/messages/en.json";
import hans from "@/messages/zh-Hans.json";

type Course = "in_time" | "late" | "after_rejection" | "pending" | "overdue";

function courseOf({ rectification: r, rejected }: FullStudySource): Course {
  if (!r) return "pending";
  if (r.state === "accepted") {
    if (r.reportedOn !== null && r.reportedOn > r.dueOn && rejected === 0) return "late";
    return rejected > 0 ? "after_rejection" : "in_time";
  }
  return r.state === "overdue" ? "overdue" : "pending";
}

/** What became of a finding, in a sentence for a case study: without dates, since they could tell who it was (RULES §5). */
export function plainRectification(source: FullStudySource): Wording {
  const course = courseOf(source);
  const confirmed = source.rectification?.confirmedByConsumer === true;
  const say = (locale: string, messages: typeof hans | typeof en) => {
    const t = createTranslator({ locale, messages: { studyCourse: messages.studyCourse }, namespace: "studyCourse" });
    return [t(course), ...(confirmed ? [t("confirmed")] : [])].join(locale === "en" ? " " : "");
  };
  return { "zh-Hans": say("zh-Hans", hans), en: say("en", en) };
}
