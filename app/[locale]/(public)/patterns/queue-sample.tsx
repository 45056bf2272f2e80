import { useTranslations } from "next-intl";
import { StateMark } from "@/components/case/marks";
import { DaysLeftText, QueueAxisCell, QueueAxisGap, QueueAxisHead } from "@/components/case/queue-axis";
import { DateText } from "@/components/ui/date-text";
import { ScrollRegion } from "@/components/ui/table";
import type { Day } from "@/domain/day";
import type { State } from "@/domain/procedure";

interface QueueRow {
  ref: string;
  left: number;
  due: Day;
  state: State;
  paused?: boolean;
  title: "queue1" | "queue2" | "queue3" | "queue4" | "queue5";
}

const LATE: QueueRow[] = [{ ref: "0728-1103", left: -4, due: "2026-09-11", state: "accepted", title: "queue1" }];
const OPEN: QueueRow[] = [
  { ref: "0910-0652", left: 0, due: "2026-09-17", state: "submitted", title: "queue2" },
  { ref: "0911-1180", left: 1, due: "2026-09-18", state: "submitted", title: "queue3" },
  { ref: "0901-0903", left: 22, due: "2026-10-27", state: "accepted", paused: true, title: "queue4" },
  { ref: "0915-0210", left: 28, due: "2026-11-02", state: "accepted", title: "queue5" },
];

function Row({ row, current }: { row: QueueRow; current: boolean }) {
  const t = useTranslations("patterns");
  return (
    <>
      <tr aria-selected={current || undefined}>
        <td className="w-10 pl-4">
          <input type="checkbox" aria-label={row.ref} defaultChecked={row.left === 0} />
        </td>
        <QueueAxisCell daysLeft={row.left} paused={row.paused} />
        <td>
          <DaysLeftText daysLeft={row.left} paused={row.paused} />
        </td>
        <td>
          <DateText day={row.due} form="short" />
        </td>
        <td className="text-ink-2">{row.ref}</td>
        <td>{t(row.title)}</td>
        <td>
          <StateMark state={row.state} />
        </td>
      </tr>
      {current && (
        <tr data-peek="">
          <td />
          <QueueAxisGap />
          <td colSpan={5}>
            <p className="max-w-measure">
              {t.rich("peek", { mark: (chunks) => <mark>{chunks}</mark> })} <span className="text-ink-2">{t("peekWhy")}</span>
            </p>
          </td>
        </tr>
      )}
    </>
  );
}

function Group({ title, count, rows }: { title: string; count: string; rows: QueueRow[] }) {
  return (
    <tbody>
      <tr data-group="">
        <td />
        <QueueAxisGap />
        <th colSpan={5} scope="rowgroup">
          {title}
          <small>{count}</small>
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={row.ref} row={row} current={row.left === 1} />
      ))}
    </tbody>
  );
}

/** A short queue: groups by deadline, the row under the cursor open in place. */
export function QueueSample() {
  const t = useTranslations("patterns");
  return (
    <ScrollRegion label={t("queueAxis")}>
      <table className="queue">
        <caption className="sr-only">{t("queueAxis")}</caption>
        <thead>
          <tr>
            <td />
            <QueueAxisHead />
            <th scope="col">{t("queueLeft")}</th>
            <th scope="col">{t("queueDue")}</th>
            <th scope="col">{t("reference")}</th>
            <th scope="col">{t("queueWhat")}</th>
            <th scope="col">{t("queueState")}</th>
          </tr>
        </thead>
        <Group title={t("queueLate")} count={t("queueCount", { n: 1 })} rows={LATE} />
        <Group title={t("queueOpen")} count={t("queueCount", { n: 4 })} rows={OPEN} />
      </table>
    </ScrollRegion>
  );
}
