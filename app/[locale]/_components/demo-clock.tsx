import { getLocale, getTranslations } from "next-intl/server";
import { DateText } from "@/components/ui/date-text";
import { dayOf } from "@/domain/day";

/**
 * The line above every page of a demo: which day it is there, and the two buttons that move its clock forward. A plain form, so that the
 * page stays cacheable and works without JavaScript.
 */
export async function DemoClock({ now }: { now: Date }) {
  const t = await getTranslations("demo");
  const locale = await getLocale();
  return (
    <aside aria-label={t("label")} className="no-print bg-paper-3 text-note text-ink">
      <form method="post" action="/api/demo/clock" className="page-width flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
        <input type="hidden" name="locale" value={locale} />
        <p className="mr-auto">
          {t("today")}{" "}
          <b className="font-medium whitespace-nowrap">
            <DateText day={dayOf(now)} />
          </b>
        </p>
        <button type="submit" name="to" value="next-working-day" className="demo-button">
          {t("nextWorkingDay")}
        </button>
        <button type="submit" name="to" value="next-deadline" className="demo-button">
          {t("nextDeadline")}
        </button>
        <a href={`/${locale}/demo/mailbox`}>{t("mailbox")}</a>
      </form>
    </aside>
  );
}
