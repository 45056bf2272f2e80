import { useLocale, useTranslations } from "next-intl";
import { FindingMark } from "@/components/case/marks";
import { formatDay, formatInstant, formatTime } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { DataTable } from "@/components/ui/table";
import type { casesOfCheck, DeskCheck } from "@/db/queries/special-checks";
import { dayOf } from "@/domain/day";
import type { Outcome } from "@/domain/findings";
import { formatThreshold } from "@/domain/special-check";
import { useWeekSpan } from "../../../../_components/check/check-words";

type Cases = Awaited<ReturnType<typeof casesOfCheck>>;

/** The complaints gathered, each a link; those that opened the check first. */
export function GatheredCases({ cases }: { cases: Cases }) {
  const t = useTranslations("desk.specialChecks");
  const states = useTranslations("states");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("casesTitle")}
      columns={[
        { key: "reference", label: t("reference") },
        { key: "filed", label: t("filed") },
        { key: "clauses", label: t("clauses") },
        { key: "state", label: t("state") },
        { key: "part", label: t("part") },
      ]}
      rows={cases.map((one) => ({
        key: one.reference,
        cells: [
          <LocalLink key="l" href={`/desk/cases/${one.reference}`} className="whitespace-nowrap">
            {one.reference}
          </LocalLink>,
          <span key="f" className="whitespace-nowrap">
            {formatDay(dayOf(one.filedAt), locale, "day")}
          </span>,
          one.clauses.join("  "),
          <span key="s" className="whitespace-nowrap">
            {one.outcome ? <FindingMark outcome={one.outcome as Outcome} /> : states(one.state as "submitted")}
          </span>,
          <span key="p" className="whitespace-nowrap text-ink-2">
            {t(one.opened ? "opener" : "later")}
            {!one.verified && <span className="ml-3">{t("unverified")}</span>}
          </span>,
        ],
      }))}
      empty={t("noCases")}
    />
  );
}

/** Further weeks that reached the number while the check was open. */
export function AgainWeeks({ weeks }: { weeks: DeskCheck["weeks"] }) {
  const t = useTranslations("desk.specialChecks");
  const span = useWeekSpan();
  if (weeks.length === 0) return null;
  return (
    <div className="mt-4">
      <p className="font-medium">{t("again")}</p>
      <ul className="text-note">
        {weeks.map((one) => (
          <li key={one.week}>
            {t("againLine", { from: span(one.week).from, n: one.complainants, threshold: formatThreshold(one.threshold) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Notes of the desk, the newest on top. */
export function CheckNotes({ notes, names }: { notes: DeskCheck["notes"]; names: ReadonlyMap<string, string> }) {
  const t = useTranslations("desk.specialChecks");
  const locale = useLocale();
  if (notes.length === 0) return <p className="text-ink-2">{t("noNotes")}</p>;
  return (
    <ul className="grid gap-3">
      {notes.map((note) => (
        <li key={note.id}>
          <p className="text-note text-ink-2">
            {formatInstant(note.at, locale)} <span className="ml-2">{names.get(note.by) ?? ""}</span>
          </p>
          <p className="max-w-measure whitespace-pre-line">{note.body}</p>
        </li>
      ))}
    </ul>
  );
}

/** What happened to the check, the newest on top: who and when. */
export function CheckHistory({ events, names }: { events: DeskCheck["events"]; names: ReadonlyMap<string, string> }) {
  const t = useTranslations("desk.specialChecks");
  const roles = useTranslations("roles");
  const locale = useLocale();
  return (
    <ol className="ledger">
      {[...events].reverse().map((event) => (
        <li key={event.id}>
          <time dateTime={event.at.toISOString()}>
            {formatDay(dayOf(event.at), locale, "day")} <small>{formatTime(event.at)}</small>
          </time>
          <span>
            {t(`event.${event.type as "opened"}`)}{" "}
            <small className="whitespace-nowrap">
              {(event.actorId && names.get(event.actorId)) || roles(event.actorRole as "officer")}
            </small>
          </span>
        </li>
      ))}
    </ol>
  );
}
