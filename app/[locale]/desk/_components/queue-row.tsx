import { useLocale, useTranslations } from "next-intl";
import { StateMark } from "@/components/case/marks";
import { DaysLeftText, QueueAxisCell } from "@/components/case/queue-axis";
import { DateText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import type { ClockName } from "@/domain/clocks";
import { nameIn } from "@/domain/company-register";
import { dayOf } from "@/domain/day";
import { actionsFor, type State } from "@/domain/procedure";
import type { Wait } from "@/domain/waiting";
import type { ShownRow } from "../_server/queue-rows";
import { Matter } from "./matter";
import { QueueActs } from "./queue-acts";
import { QueueLine, QueuePeek, QueuePick } from "./queue-lines";
import { SuggestionReasons } from "./suggestion-reasons";

/** Columns after the axis; what a preview spans. */
export const COLUMNS = [
  "left",
  "due",
  "duty",
  "reference",
  "company",
  "matter",
  "clauses",
  "evidence",
  "state",
  "officer",
] as const;

const KINDS = ["image", "audio", "video", "pdf", "text"] as const;

/** 图3 音2: how many files of each kind; in words for those who listen. */
function EvidenceKinds({ counts }: { counts: Record<string, number> }) {
  const t = useTranslations("desk");
  const held = KINDS.filter((kind) => (counts[kind] ?? 0) > 0);
  return (
    <>
      <span aria-hidden="true">{held.map((kind) => t(`evidenceShort.${kind}`, { n: counts[kind] ?? 0 })).join(" ")}</span>
      <span className="sr-only">
        {held.length === 0
          ? t("evidenceSay.none", { n: 0 })
          : held.map((kind) => t(`evidenceSay.${kind}`, { n: counts[kind] ?? 0 })).join(t("matter.comma"))}
      </span>
    </>
  );
}

function Company({ row }: { row: ShownRow }) {
  const locale = useLocale();
  const t = useTranslations("desk");
  if (row.company) return <>{nameIn(row.company, locale)}</>;
  return (
    <span className="text-ink-2" title={t("unbound")}>
      “{row.companyNameTyped}”
    </span>
  );
}

/** The day, its exchanged weekend tagged; for a paused clock what it waits for; the day of filing where nothing is owed. */
function Due({ row }: { row: ShownRow }) {
  const t = useTranslations("desk");
  if (row.paused && row.waitingFor) return <>{t(`waitShort.${row.waitingFor as Wait}`)}</>;
  if (!row.deskDue)
    return (
      <span className="text-ink-2">
        {t("queue.col.filed")} <DateText day={dayOf(row.filedAt)} form="short" />
      </span>
    );
  return (
    <>
      <DateText day={row.deskDue} form="short" />
      {row.dueIsExchanged && <span className="ml-1">{t("queue.tag")}</span>}
    </>
  );
}

/** The person's words, what was searched for marked. */
function Words({ pieces }: { pieces: ShownRow["pieces"] }) {
  let at = 0;
  return pieces.map(({ text, hit }) => {
    at += text.length;
    return hit ? <mark key={at}>{text}</mark> : text;
  });
}

function Peek({ row, actor }: { row: ShownRow; actor: { role: "officer" | "supervisor"; userId: string } }) {
  const t = useTranslations("desk.peek");
  const may = actionsFor(actor.role, row.state as State);
  const rest = row.narrativeLength - (row.narrative?.length ?? 0);
  return (
    <div className="queue-peek grid gap-x-9 gap-y-2 wide:grid-cols-[minmax(0,1fr)_300px]">
      <div className="min-w-0">
        <p className="max-w-measure whitespace-pre-line">
          {row.narrative ? (
            <>
              “<Words pieces={row.pieces} />
              {rest > 0 ? "…" : ""}”
            </>
          ) : (
            t("none")
          )}
          {rest > 0 && <span className="ml-2 text-note text-ink-2">{t("rest", { n: rest })}</span>}
        </p>
        <QueueActs
          reference={row.reference}
          may={may}
          officerId={actor.role === "officer" && row.officerId !== actor.userId ? actor.userId : null}
        />
      </div>
      <div className="text-note text-ink-2">
        <SuggestionReasons suggestions={row.suggestions} alleged={row.clauses} />
        {row.recent > 1 && <p className="mt-1">{t("week", { n: row.recent })}</p>}
      </div>
    </div>
  );
}

/** A case in the queue and what opens under it. */
export function QueueRowLines({ row, actor }: { row: ShownRow; actor: { role: "officer" | "supervisor"; userId: string } }) {
  const t = useTranslations("desk");
  const duty = useTranslations("deadline.short");
  const strongest = row.suggestions.filter((s) => row.clauses.includes(s.clause)).map((s) => s.clause as string);
  const clauses = [...new Set([...strongest, ...row.clauses])];
  return (
    <>
      <QueueLine reference={row.reference}>
        <td data-col="pick" className="w-10 pl-3">
          <QueuePick reference={row.reference} label={t("queue.pick", { reference: row.reference })} />
        </td>
        {row.daysLeft === null ? <td className="axis" /> : <QueueAxisCell daysLeft={row.daysLeft} paused={row.paused} />}
        <td data-col="left">{row.daysLeft === null ? null : <DaysLeftText daysLeft={row.daysLeft} paused={row.paused} />}</td>
        <td data-col="due">
          <Due row={row} />
        </td>
        <td data-col="duty">{row.deskClock && duty(row.deskClock as ClockName)}</td>
        <td data-col="reference" className="text-ink-2">
          <LocalLink
            href={`/desk/cases/${row.reference}`}
            data-row-link={row.reference}
            className="text-ink-2 visited:text-ink-2 no-underline hover:underline"
          >
            <span className="sr-only">{row.reference.slice(0, 5)}</span>
            {row.reference.slice(5)}
          </LocalLink>
        </td>
        <td data-col="company">
          <Company row={row} />
        </td>
        <td data-col="matter" data-wrap="" className="w-full min-w-[15em]">
          <Matter facts={row} />
        </td>
        <td data-col="clauses" className="text-ink-2">
          {clauses.slice(0, 2).map((clause, i) => (
            <span key={clause} className={i === 0 ? "mr-3 font-medium text-ink" : ""}>
              {clause}
            </span>
          ))}
        </td>
        <td data-col="evidence" className="text-ink-2">
          <EvidenceKinds counts={row.evidence} />
        </td>
        <td data-col="state">
          <StateMark state={row.state as State} />
        </td>
        <td data-col="officer" className="pr-4 text-ink-2">
          {row.officerName}
        </td>
      </QueueLine>
      <QueuePeek reference={row.reference} span={COLUMNS.length}>
        <Peek row={row} actor={actor} />
      </QueuePeek>
    </>
  );
}
