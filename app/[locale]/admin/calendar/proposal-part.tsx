import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/ui/client-words";
import { DateText } from "@/components/ui/date-text";
import { useHolidayName } from "@/components/ui/holiday-name";
import { DataTable } from "@/components/ui/table";
import { db } from "@/db/client";
import type { Proposal } from "@/db/queries/calendar-notices";
import type { NoticeDay } from "@/domain/calendar-notice";
import { previewNotice } from "@/services/load-notice";
import { SignForm } from "./sign-form";

function Days({
  days,
  words,
}: {
  days: readonly NoticeDay[];
  words: { caption: string; day: string; kind: string; holiday: string; workday: string };
}) {
  const name = useHolidayName();
  return (
    <DataTable
      caption={words.caption}
      columns={[
        { key: "day", label: words.day },
        { key: "kind", label: words.kind },
      ]}
      rows={days.map((d) => ({
        key: d.day,
        cells: [
          <DateText key="d" day={d.day} form="full" />,
          `${d.kind === "holiday" ? words.holiday : words.workday} · ${name(d.name)}`,
        ],
      }))}
    />
  );
}

/** A notice that waits for the second signature: its days, what it would move, and the signature. */
export async function ProposalPart({ proposal, own, now }: { proposal: Proposal; own: boolean; now: Date }) {
  const t = await getTranslations("workCalendar");
  const clocks = await getTranslations("clocks");
  const days = proposal.days as NoticeDay[];
  const { cases, deadlines, first } = await previewNotice(db(), proposal, now);
  return (
    <div className="grid gap-5">
      <p className="text-lead">
        {t("summary", {
          off: days.filter((d) => d.kind === "holiday").length,
          on: days.filter((d) => d.kind === "workday").length,
          source: proposal.source,
        })}
      </p>
      <p>{deadlines === 0 ? t("movesNone") : t("moves", { cases, deadlines })}</p>
      {first.length > 0 && (
        <details>
          <summary>{t("movesList", { n: first.length })}</summary>
          <DataTable
            caption={t("movesList", { n: first.length })}
            columns={[
              { key: "reference", label: t("reference") },
              { key: "clock", label: t("clock") },
              { key: "from", label: t("before") },
              { key: "to", label: t("after") },
            ]}
            rows={first.map((m) => ({
              key: `${m.reference} ${m.clock} ${m.from}`,
              cells: [
                m.reference,
                clocks(m.clock),
                <DateText key="f" day={m.from} form="date" />,
                <DateText key="t" day={m.to} form="date" />,
              ],
            }))}
          />
        </details>
      )}
      <details>
        <summary>{t("days", { n: days.length })}</summary>
        <Days
          days={days}
          words={{ caption: t("days", { n: days.length }), day: t("day"), kind: t("kind"), holiday: t("off"), workday: t("on") }}
        />
      </details>
      <ClientWords areas={["workCalendar", "ui"]}>
        <SignForm id={proposal.id} own={own} />
      </ClientWords>
    </div>
  );
}
