import { useTranslations } from "next-intl";
import { formatNumber } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import type { DialPlanView } from "@/services/dial-plan";

export type PlanShown = "due" | "ahead" | "done";

/** The quarter in a sentence, its parts to choose from, and the other quarters. */
export function DialCounts({
  view,
  show,
  address,
}: {
  view: DialPlanView;
  show: PlanShown;
  address: (more: Record<string, string>) => string;
}) {
  const t = useTranslations("desk.dial");
  const { counts, contacts, quarter } = view;
  const done = counts.done + counts.no_channel;
  const numbers: Record<PlanShown, number> = { due: counts.due, ahead: counts.ahead, done };
  return (
    <>
      <p className="mt-3">{t("progress", { quarter, all: contacts.length, done, due: counts.due, ahead: counts.ahead })}</p>
      <progress className="dial-progress" max={contacts.length || 1} value={done} aria-label={t("progressLabel")} />
      <nav aria-label={t("parts")} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-2">
        {(["due", "ahead", "done"] as const).map((part) => (
          <LocalLink
            key={part}
            href={address({ show: part, from: "0" })}
            aria-current={part === show ? "page" : undefined}
            className={part === show ? "font-medium text-ink" : undefined}
          >
            {t(`show.${part}`)} {formatNumber(numbers[part])}
          </LocalLink>
        ))}
        <span className="ml-auto flex flex-wrap gap-x-4 text-note">
          {view.quarters.slice(0, 6).map((one) => (
            <LocalLink
              key={one}
              href={address({ quarter: one, show: "due", from: "0" })}
              aria-current={one === quarter ? "true" : undefined}
              className={one === quarter ? "font-medium text-ink" : undefined}
            >
              {one}
            </LocalLink>
          ))}
        </span>
      </nav>
    </>
  );
}
