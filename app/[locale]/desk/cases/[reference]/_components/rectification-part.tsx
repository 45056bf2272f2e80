import { useLocale, useTranslations } from "next-intl";
import type { SignedIn } from "@/app/_server/session";
import { ClockSentence } from "@/components/case/clock-pair";
import { formatInstant } from "@/components/format";
import { caseClocks, rectificationClock } from "@/domain/clocks";
import { openReport } from "@/domain/replay-rectification";
import type { DeskCase } from "../_server/desk-case";
import { CheckReportForm } from "./review-forms";

/** Each upheld finding's rectification: its clock, what the company reported, what the desk and the consumer said to it. */
export function RectificationPart({ file, actor }: { file: DeskCase; actor: SignedIn }) {
  const t = useTranslations("desk.check");
  const locale = useLocale();
  const findings = new Map(file.ruling?.findings.map((f) => [f.id, f]));
  const checks = caseClocks(file.snapshot, file.calendar, file.today).filter((c) => c.clock === "rectification_check");
  return (
    <div className="grid gap-5">
      {file.snapshot.rectifications.map((r) => {
        const finding = findings.get(r.findingId);
        const open = openReport(r);
        const check = checks.findLast((c) => c.subject?.startsWith(r.findingId));
        const reports = file.reports.filter((report) => report.findingId === r.findingId);
        return (
          <article key={r.findingId} className="grid gap-2 border-t border-line pt-3">
            <h3 className="font-sans text-body font-medium">
              {finding?.clause} {finding?.title}
            </h3>
            <p className="text-ink-2">
              <ClockSentence clock={rectificationClock(r.orderedOn, r, file.calendar, file.today)} />
            </p>
            {reports.map((report) => (
              <div key={report.id} className="grid gap-1">
                <p className="text-note text-ink-2">{t("reported", { at: formatInstant(report.reportedAt, locale) })}</p>
                <p className="max-w-measure border-l-(length:--double) border-line-2 pl-3.5 whitespace-pre-line">{report.body}</p>
                {report.result && (
                  <p>
                    {t(`checked.${report.result as "accepted"}`)}{" "}
                    <span className="text-ink-2">
                      {report.checkedAt && formatInstant(report.checkedAt, locale)} {report.checkNote}
                    </span>
                  </p>
                )}
              </div>
            ))}
            {r.confirmedAt && <p>{t("confirmed")}</p>}
            {r.disputedAt && <p className="font-medium">{t("disputed")}</p>}
            {open && (
              <>
                {check && (
                  <p>
                    {t("until")} <ClockSentence clock={check} />
                  </p>
                )}
                {actor.role === "officer" && <CheckReportForm reference={file.row.reference} findingId={r.findingId} />}
              </>
            )}
          </article>
        );
      })}
    </div>
  );
}
