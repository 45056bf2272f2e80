import { useTranslations } from "next-intl";
import type { PartyCase } from "@/app/_server/party-case";
import { DateText } from "@/components/ui/date-text";
import { eventDay } from "@/domain/case-events";

/** What happened, in order, with what was said: decisions and their reasons, questions and answers, the company's replies. */
export function CaseHistory({ of }: { of: PartyCase }) {
  const t = useTranslations("events");
  const words = useTranslations("party");
  const grounds = useTranslations("declineGrounds");
  const said = (type: string, at: Date): { text: string; lang: string; more?: string }[] => {
    if (type === "declined" || type === "terminated" || type === "clock_paused" || type === "decision_extended")
      return of.decisions
        .filter((d) => d.type === type && Math.abs(d.at.getTime() - at.getTime()) < 1000)
        .map((d) => ({
          text: type === "declined" && d.ground ? `${grounds(d.ground)}${words("colon")}${d.reason}` : d.reason,
          lang: "zh-Hans",
          ...(d.elsewhere ? { more: d.elsewhere } : {}),
        }));
    if (type === "company_answered" || type === "company_replied")
      return of.replies
        .filter((r) => Math.abs(r.at.getTime() - at.getTime()) < 1000)
        .map((r) => ({ text: r.body, lang: "zh-Hans" }));
    if (type === "supplement_requested" && of.supplement)
      return [{ text: of.supplement.items.map((item, i) => `${i + 1}. ${item}`).join("\n"), lang: "zh-Hans" }];
    if (type === "supplemented" && of.supplement?.answer) return [{ text: of.supplement.answer, lang: of.file.row.locale }];
    if (type === "draft_commented")
      return of.comments
        .filter((c) => c.body !== "" && Math.abs(c.at.getTime() - at.getTime()) < 1000)
        .map((c) => ({ text: c.body, lang: of.file.row.locale }));
    if (type === "review_requested")
      return of.reviews
        .filter((r) => Math.abs(r.requestedAt.getTime() - at.getTime()) < 1000)
        .map((r) => ({ text: r.reason, lang: "zh-Hans" }));
    if (type === "review_decided")
      return of.reviews
        .filter((r) => r.decidedAt && r.resultReason)
        .map((r) => ({ text: r.resultReason ?? "", lang: "zh-Hans" }));
    if (type === "rectification_reported")
      return of.reports
        .filter((r) => Math.abs(r.reportedAt.getTime() - at.getTime()) < 1000)
        .map((r) => ({ text: r.body, lang: "zh-Hans" }));
    if (type === "rectification_rejected")
      return of.reports
        .filter(
          (r) => r.result === "rejected" && r.checkNote && r.checkedAt && Math.abs(r.checkedAt.getTime() - at.getTime()) < 1000,
        )
        .map((r) => ({ text: r.checkNote ?? "", lang: "zh-Hans" }));
    return [];
  };
  return (
    <ol>
      {[...of.events].reverse().map((event, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a ledger, numbered from its end
        <li key={of.events.length - i} className="hair-b grid gap-x-5 gap-y-1 py-3 wide:grid-cols-[8.5em_minmax(0,1fr)]">
          <span className="text-small text-ink-2">
            <DateText day={eventDay(event)} form="date" />
          </span>
          <div className="grid gap-2">
            <p>{t(event.type)}</p>
            {said(event.type, event.at).map((s) => (
              <div key={s.text} className="border-l border-line-2 pl-4 text-small">
                <p lang={s.lang} className="whitespace-pre-line">
                  {s.text}
                </p>
                {s.more && (
                  <p className="mt-1" lang={s.lang}>
                    <b className="font-medium">{words("elsewhere")}</b> {s.more}
                  </p>
                )}
              </div>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
