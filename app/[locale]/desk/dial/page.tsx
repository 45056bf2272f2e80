import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { formatDay, formatInstant, formatNumber } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { nameIn } from "@/domain/company-register";
import { dayOf, type Quarter, quarterBounds, quarterOf } from "@/domain/day";
import { type ContactState, WINDOW_HOURS } from "@/domain/dial-tests/plan";
import { type ContactLine, dialPlanView } from "@/services/dial-plan";
import { ListPage } from "../_components/list-page";
import { DialCounts, type PlanShown } from "./_components/dial-counts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.dial");
  return { title: t("title") };
}

const SHOWN: Record<PlanShown, readonly ContactState[]> = {
  due: ["due"],
  ahead: ["ahead"],
  done: ["done", "no_channel"],
};
/** Rows of a page. */
const ROWS = 60;

type Query = Promise<{ quarter?: string; show?: string; from?: string }>;

/** The plan of a quarter's dial tests: what is due, what is still to come, what is done. */
export default async function DialPlanPage({ searchParams }: { searchParams: Query }) {
  const actor = await requirePage(["officer", "supervisor"], "/desk/dial");
  const query = await searchParams;
  const [t, locale, now] = await Promise.all([getTranslations("desk.dial"), getLocale(), portalNow(db())]);
  const running = quarterOf(dayOf(now));
  const quarter = (/^20\d\dQ[1-4]$/.test(query.quarter ?? "") ? query.quarter : running) as Quarter;
  const view = await dialPlanView(db(), quarter, now);
  if (!view)
    return (
      <ListPage title={t("title")} lead={t("lead")}>
        <EmptyState looked={t("notDrawn", { quarter })} />
      </ListPage>
    );
  const show: PlanShown =
    query.show === "ahead" || query.show === "done" ? query.show : view.counts.due > 0 || query.show === "due" ? "due" : "ahead";
  const lines = view.contacts.filter((one) => SHOWN[show].includes(one.state));
  const from = Math.min(Math.max(0, Math.floor(Number(query.from)) || 0), lines.length);
  const rows = lines.slice(from, from + ROWS);
  const address = (more: Record<string, string>) => `/desk/dial?${new URLSearchParams({ quarter, show, ...more })}`;
  const over = quarterBounds(quarter).last < dayOf(now);
  return (
    <ListPage title={t("title")} lead={t("lead")}>
      <DialCounts view={view} show={show} address={address} />
      {lines.length === 0 && <EmptyState looked={t(`none.${show}`)} />}
      <ul className="entries">
        {rows.map((line) => (
          <Contact key={line.key} line={line} locale={locale} may={actor.role === "officer" && !over} />
        ))}
      </ul>
      {(from > 0 || from + ROWS < lines.length) && (
        <p className="flex flex-wrap gap-6 py-3">
          {from > 0 && <LocalLink href={address({ from: String(Math.max(0, from - ROWS)) })}>{t("earlier")}</LocalLink>}
          {from + ROWS < lines.length && (
            <LocalLink href={address({ from: String(from + ROWS) })}>
              {t("further", { n: formatNumber(lines.length - from - ROWS) })}
            </LocalLink>
          )}
        </p>
      )}
      <details className="mt-6 max-w-measure">
        <summary className="py-1 text-small text-act">{t("how")}</summary>
        <p className="mt-2 text-small">{t("howText")}</p>
        <dl className="mt-2 grid gap-x-4 gap-y-1 text-note">
          <dt className="text-ink-2">{t("commitment", { at: formatInstant(view.committedAt, locale) })}</dt>
          <dd className="break-all font-mono">{view.commitment}</dd>
          <dt className="text-ink-2">{t(over ? "seedPublic" : "seedSecret")}</dt>
          <dd className="break-all font-mono">{view.seed}</dd>
        </dl>
      </details>
    </ListPage>
  );
}

async function Contact({ line, locale, may }: { line: ContactLine; locale: string; may: boolean }) {
  const [t, channels, matters] = await Promise.all([
    getTranslations("desk.dial"),
    getTranslations("channels"),
    getTranslations("dial.matters"),
  ]);
  const window = t("window", { day: formatDay(line.day, locale, "short"), from: line.hour, to: line.hour + WINDOW_HOURS });
  return (
    <li>
      <div className="min-w-0">
        <h2 className="font-sans text-body font-medium">
          {nameIn(line.names, locale)}
          <span className="ml-3 font-normal">{channels(line.channel)}</span>
          {line.priority && <span className="ml-3 font-normal">{t("priority")}</span>}
        </h2>
        <p className="text-note text-ink-2">
          {window}
          <span className="ml-3">{matters(line.matter)}</span>
          <span className="ml-3 break-all">{line.key}</span>
        </p>
      </div>
      <p className="text-note">
        {line.state === "done" && line.test && (
          <>
            <LocalLink href={`/desk/dial/${line.test.id}`}>{t(line.test.passed ? "passed" : "failed")}</LocalLink>{" "}
            <span className="text-ink-2">{formatInstant(line.test.testedAt, locale)}</span>
          </>
        )}
        {line.state === "no_channel" && <span className="text-ink-2">{t("noChannel")}</span>}
        {line.state === "due" && may && (
          <LocalLink href={`/desk/dial/contact?key=${encodeURIComponent(line.key)}`} className="btn" data-kind="plain">
            {t("record")}
          </LocalLink>
        )}
        {line.state === "due" && !may && <span className="text-ink-2">{t("waits")}</span>}
      </p>
    </li>
  );
}
