import { useLocale, useTranslations } from "next-intl";
import { formatDay, formatTime } from "@/components/format";
import type { CaseEvent } from "@/domain/case-events";
import { dayOf } from "@/domain/day";
import type { DeclineGround } from "@/domain/findings";
import type { DeskCase } from "../_server/desk-case";

/** Looks, reminders and letters stand in the full list only. */
const MINOR: readonly CaseEvent["type"][] = [
  "evidence_viewed",
  "reading_confirmed",
  "deadline_reminded",
  "letter_sent",
  "note_added",
  "consent_changed",
];

/** What an event says beyond its kind: pause and reason, clock, whom. The words of a decision stand with it. */
function useDetail(file: DeskCase): (event: CaseEvent) => string | null {
  const t = useTranslations("desk.case.ledger");
  const grounds = useTranslations("declineGrounds");
  const pauses = useTranslations("desk.wait");
  const clocks = useTranslations("clocks");
  const consents = useTranslations("desk.case.consents.kind");
  const origins = useTranslations("origins");
  const reasonOf = (event: CaseEvent) =>
    file.words.decisions.find((d) => d.type === event.type && d.at.getTime() === event.at.getTime())?.reason ?? null;
  return (event) => {
    switch (event.type) {
      case "submitted":
        return origins(event.data.origin);
      case "declined":
      case "terminated":
        return [grounds(event.data.ground as DeclineGround), reasonOf(event)].filter(Boolean).join(t("colon"));
      case "clock_paused":
        return [pauses(event.data.reason), reasonOf(event)].filter(Boolean).join(t("colon"));
      case "deadline_passed":
      case "deadline_reminded":
        return clocks(event.data.clock);
      case "assigned":
      case "recused":
        if (event.data.officerId === null) return t("toNobody");
        return event.data.officerId === event.actor.userId ? null : t("to", { name: file.names.get(event.data.officerId) ?? "" });
      case "served":
        return t(`service.${event.data.method}`);
      case "consent_changed":
        return t(event.data.given ? "given" : "withdrawn", { what: consents(event.data.kind) });
      default:
        return reasonOf(event);
    }
  };
}

function Lines({ events, file }: { events: readonly CaseEvent[]; file: DeskCase }) {
  const t = useTranslations("events");
  const roles = useTranslations("roles");
  const locale = useLocale();
  const detail = useDetail(file);
  return (
    <ol className="ledger">
      {events.map((event, i) => {
        const more = detail(event);
        const who = event.actor.userId
          ? (file.names.get(event.actor.userId) ?? roles(event.actor.role))
          : roles(event.actor.role);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a ledger only grows at its end
          <li key={events.length - i}>
            <time dateTime={event.at.toISOString()}>
              {formatDay(dayOf(event.at), locale, "day")} <small>{formatTime(event.at)}</small>
            </time>
            <span>
              {t(event.type)} <small className="whitespace-nowrap">{who}</small>
              {more && <small className="block">{more}</small>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** What happened, newest first, who and when; all of it on request. */
export function CaseLedger({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.case.ledger");
  const newest = [...file.events].reverse();
  const major = newest.filter((e) => !MINOR.includes(e.type));
  return (
    <>
      <Lines events={major} file={file} />
      {major.length < newest.length && (
        <details className="mt-2">
          <summary className="text-act">{t("all", { n: newest.length })}</summary>
          <div className="mt-2">
            <Lines events={newest} file={file} />
          </div>
        </details>
      )}
    </>
  );
}
