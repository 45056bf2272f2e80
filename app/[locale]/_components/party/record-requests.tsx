import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date-text";
import type { RecordRequestRow } from "@/db/queries/procedure";
import { dayOf } from "@/domain/day";

/** Requests for service records: what was asked, when it came, whether it came too late (D1.3, D1.4). */
export function RecordRequests({
  requests,
  answer,
}: {
  requests: readonly RecordRequestRow[];
  /** The form by which the company delivers one that is open. */
  answer?: (request: RecordRequestRow) => ReactNode;
}) {
  const t = useTranslations("recordRequest");
  return (
    <ul className="grid gap-5">
      {requests.map((r) => (
        <li key={r.id} className="grid max-w-measure gap-2">
          <p className="text-small text-ink-2">
            {t("asked")} <DateText day={dayOf(r.requestedAt)} form="date" />
            {" · "}
            {r.deliveredAt ? (
              <>
                {t("delivered")} <DateText day={dayOf(r.deliveredAt)} form="date" />
              </>
            ) : (
              t(r.missedAt ? "missing" : "open")
            )}
            {r.missedAt && r.deliveredAt ? ` · ${t("late")}` : ""}
          </p>
          <p className="border-l-(length:--double) border-line-2 pl-3.5 whitespace-pre-line wrap-anywhere">{r.what}</p>
          {r.answer && (
            <p lang="zh-Hans" className="whitespace-pre-line wrap-anywhere">
              {r.answer}
            </p>
          )}
          {!r.deliveredAt && answer?.(r)}
        </li>
      ))}
    </ul>
  );
}
