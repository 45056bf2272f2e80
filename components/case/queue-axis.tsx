import { useTranslations } from "next-intl";

/** Ticks drawn at most to the left; the number beside them says the rest. */
const CAP = 23;

/** Head of the queue's axis: the limit line begins here and runs down the whole queue. */
export function QueueAxisHead() {
  const t = useTranslations("ui.queue");
  return (
    <th scope="col" className="axis" data-head="">
      <span>{t("axis")}</span>
    </th>
  );
}

/** A row of the axis without a case: between groups. */
export function QueueAxisGap() {
  return <td className="axis" />;
}

/** Days left grow to the left of the common line, days late to its right. The column beside it says the same in words. */
export function QueueAxisCell({ daysLeft, paused = false }: { daysLeft: number; paused?: boolean }) {
  const late = daysLeft < 0;
  const ticks = Math.min(CAP, Math.abs(daysLeft));
  return (
    <td className="axis">
      {ticks > 0 && <i aria-hidden="true" data-day={late ? "late" : paused ? "paused" : undefined} style={{ "--n": ticks }} />}
    </td>
  );
}

/** 剩13日, 今天, 逾期4日, 暂停: the words beside the axis. */
export function DaysLeftText({ daysLeft, paused = false }: { daysLeft: number; paused?: boolean }) {
  const t = useTranslations("ui.queue");
  if (paused) return <b className="font-medium">{t("paused")}</b>;
  if (daysLeft < 0) return <b className="font-medium text-seal">{t("late", { days: -daysLeft })}</b>;
  if (daysLeft === 0) return <b className="font-medium text-seal">{t("today")}</b>;
  return <b className="font-medium">{t("left", { days: daysLeft })}</b>;
}
