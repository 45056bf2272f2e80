import { useLocale, useTranslations } from "next-intl";
import type { ReportView } from "@/app/_server/report-view";
import type { SignedIn } from "@/app/_server/session";
import { formatDay, formatInstant } from "@/components/format";
import { LocalLink } from "@/components/ui/local-link";
import { Checklist, Notice } from "@/components/ui/notice";
import { PLACES } from "@/components/ui/places";
import type { reportHistory } from "@/db/queries/report-drafts";
import { addDays, type Day, type Quarter, quarterBounds } from "@/domain/day";
import { compareVersions, nextVersion } from "@/domain/report/versions";
import type { WordPlace } from "@/domain/report/words";
import type { Unready } from "@/services/publish-report";
import { CorrectForm, DiscardForm, FreezeForm, HandInForm, SignForms } from "./report-forms";

type History = Awaited<ReturnType<typeof reportHistory>>;

/** Name of a place of words: a section, the lead, the title of a figure. */
export function usePlaceName(): (place: WordPlace | string) => string {
  const t = useTranslations("alliance.builder");
  const sections = useTranslations("reports.sections");
  return (place) => {
    if (place === "lead") return t("lead_");
    return /^F\d/.test(place) ? t("figureTitle", { n: place.slice(1) }) : sections(place as never);
  };
}

function Missing({ view, unready }: { view: ReportView; unready: Unready }) {
  const t = useTranslations("alliance.ready");
  const languages = useTranslations("nav.languages");
  const builder = useTranslations("alliance.builder");
  const place = usePlaceName();
  const items = [
    ...(unready.notFrozen ? [{ key: "freeze", done: false, words: t("freeze") }] : []),
    ...unready.words.map(({ place: where, language }) => ({
      key: `${where} ${language}`,
      done: false,
      words: (
        <LocalLink href={`/alliance/reports/${view.report.id}?lang=${language}#${where}`}>
          {t("words", { section: place(where), language: languages(language) })}
        </LocalLink>
      ),
    })),
    ...view.studies
      .filter((study) => unready.studies.includes(study.id))
      .map((study) => ({
        key: study.id,
        done: false,
        words: (
          <LocalLink href={`/alliance/studies/${study.id}`}>
            {t("study", { title: study.words.title?.["zh-Hans"] ?? study.clause })}
          </LocalLink>
        ),
      })),
    ...unready.reasons.map((group) => ({
      key: `reason ${group}`,
      done: false,
      words: <a href="#corrections">{t("reason", { place: place(group) })}</a>,
    })),
    ...(unready.unchanged ? [{ key: "unchanged", done: false, words: t("unchanged") }] : []),
  ];
  if (items.length === 0) return <p>{builder("ready")}</p>;
  return <Checklist items={items} />;
}

function HistoryList({ history }: { history: History }) {
  const t = useTranslations("alliance.events");
  const locale = useLocale();
  return (
    <ol className="text-note">
      {history.map((event) => {
        const data = event.data as { frozenOn?: Day; sha256?: string };
        return (
          <li key={event.id} className="py-1 hair-b">
            <span className="block text-ink-2">{formatInstant(event.at, locale)}</span>
            {event.name} {t(event.type as "created")}
            {data.frozenOn && <span className="block text-ink-2">{formatDay(data.frozenOn, locale, "date")} 24:00</span>}
            {data.sha256 && <span className="block break-all text-ink-2">{data.sha256.slice(0, 16)}…</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** Beside the report: what can be done now, what is missing, what was done. `today` bounds the day of a freeze. */
export function BuilderSide({
  view,
  actor,
  unready,
  history,
  today,
}: {
  view: ReportView;
  actor: SignedIn;
  unready: Unready;
  history: History;
  today: Day;
}) {
  const t = useTranslations("alliance.builder");
  const freeze = useTranslations("alliance.freeze");
  const locale = useLocale();
  const { report } = view;
  const editor = actor.role === "editor";
  const draft = report.state === "draft";
  const newest = view.versions.map((one) => one.version).sort(compareVersions)[0] ?? report.version;
  const frozen = history.find((event) => event.type === "frozen")?.data as { sha256?: string } | undefined;
  return (
    <div className="grid content-start gap-6">
      {report.returnReason && draft && <Notice tone="ink">{t("returned", { reason: report.returnReason })}</Notice>}
      <p className="flex flex-wrap gap-x-4">
        {draft || report.state === "submitted" ? (
          <LocalLink href={`/alliance/preview/${report.id}`}>{t("preview")}</LocalLink>
        ) : (
          <LocalLink href={`${PLACES.reports}/${report.quarter}/v${report.version}`}>{t("publicPage")}</LocalLink>
        )}
      </p>
      <section className="grid gap-2">
        <h2>{freeze("title")}</h2>
        <p className="text-ink-2">
          {report.frozenOn
            ? freeze("now", { day: formatDay(report.frozenOn, locale, "date"), sha256: `${frozen?.sha256?.slice(0, 8) ?? "–"}…` })
            : freeze("not")}
        </p>
        {editor && draft && (
          <FreezeForm
            report={report.id}
            frozenOn={report.frozenOn}
            first={quarterBounds(report.quarter as Quarter).last}
            last={addDays(today, -1)}
          />
        )}
      </section>
      {draft && (
        <section className="grid gap-2">
          <h2>{t("missing")}</h2>
          <Missing view={view} unready={unready} />
          {editor && <HandInForm report={report.id} />}
        </section>
      )}
      {report.state === "submitted" && (editor ? <p>{t("waitingForSign")}</p> : <SignForms report={report.id} />)}
      {report.state === "published" && editor && <CorrectForm report={report.id} next={nextVersion(newest)} />}
      <section className="grid gap-2">
        <h2>{t("history")}</h2>
        <HistoryList history={history} />
      </section>
      {draft && editor && <DiscardForm report={report.id} />}
    </div>
  );
}
