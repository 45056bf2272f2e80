import { getLocale, getTranslations } from "next-intl/server";
import { portalToday } from "@/app/_server/today";
import { RulingList } from "@/components/case/ruling-row";
import { RunStrip } from "@/components/case/run-strip";
import { Kept } from "@/components/charts/kept";
import { Button, LinkButton } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { TextInput } from "@/components/ui/field";
import { LocalLink } from "@/components/ui/local-link";
import { Page, Section } from "@/components/ui/page";
import { Phrases } from "@/components/ui/phrases";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { readDb } from "@/db/client";
import { countedDuties } from "@/db/queries/authority-record";
import { loadCalendar } from "@/db/queries/calendar";
import { listRulings, overdueRegister, rulingsSince } from "@/db/queries/public-record";
import { dutyRecord, kept } from "@/domain/authority-record";
import { computeDeadline } from "@/domain/clocks";
import { addDays, weekday } from "@/domain/day";
import { countWorkingDays } from "@/domain/working-days";
import { PublishedRow } from "./_components/published-row";

export const revalidate = 60;

/** Days looked back for "did we keep our word". */
const SPAN = 30;

export default async function HomePage() {
  const locale = await getLocale();
  const t = await getTranslations("home");
  const clockName = await getTranslations("clocks");
  const tx = readDb();
  const { day: today } = await portalToday(locale);
  const [calendar, latest, overdue, duties, week] = await Promise.all([
    loadCalendar(tx, locale),
    listRulings(tx, {}, { limit: 5, offset: 0 }),
    overdueRegister(tx, today),
    countedDuties(tx, addDays(today, -SPAN), addDays(today, -1)),
    rulingsSince(tx, addDays(today, 1 - weekday(today))),
  ]);
  const acceptance = computeDeadline({ clock: "acceptance", start: today, calendar, today });
  const decision = computeDeadline({ clock: "decision", start: acceptance.due, calendar, today });
  return (
    <Page>
      <div className="grid gap-10 pt-10 wide:grid-cols-[minmax(0,1fr)_344px] wide:gap-0 wide:pt-[64px]">
        <div className="grid content-start gap-5 wide:pr-12">
          <h1 className="max-w-[8em] text-display font-black">
            <Phrases text={t("title")} />
          </h1>
          <p className="max-w-[24em] text-lead">{t("lead")}</p>
          <div className="grid justify-items-start gap-3">
            <LinkButton href={PLACES.file} big>
              {t("start")}
            </LinkButton>
            <p className="text-small text-ink-2">{t("startNote")}</p>
            <p>
              <LocalLink href={`${PLACES.companies}/find`}>{t("human")}</LocalLink>
            </p>
          </div>
        </div>
        <div className="grid content-start gap-6 wide:border-l wide:border-line wide:pl-10">
          <form method="get" action={`/${locale}/track`}>
            <TextInput
              name="reference"
              label={t("track")}
              hint={t("trackHint", { example: `${today.slice(0, 4)}-${today.slice(5, 7)}${today.slice(8)}-4082` })}
              autoComplete="off"
              inputMode="numeric"
              beside={<Button kind="plain">{t("trackButton")}</Button>}
            />
          </form>
          <form method="get" action={`/${locale}/rulings`}>
            <TextInput
              name="q"
              type="search"
              label={t("search")}
              hint={t("searchHint")}
              beside={<Button kind="plain">{t("searchButton")}</Button>}
            />
          </form>
        </div>
      </div>

      <Section title={t("today.title")} note={t("today.note")}>
        <RunStrip acceptance={acceptance} decision={decision} />
      </Section>

      <Section
        title={t("kept.title")}
        note={
          <>
            <p>{t("kept.note", { days: SPAN })}</p>
            <LocalLink href={PLACES.overdue}>{t("kept.link")}</LocalLink>
          </>
        }
      >
        <Kept id="acceptance" title={t("kept.acceptance")} {...kept(dutyRecord("acceptance", duties))} />
        <Kept id="decision" title={t("kept.decision")} {...kept(dutyRecord("decision", duties))} />
      </Section>

      <Section
        title={t("latest.title")}
        note={
          <>
            <p>{t("latest.note", { n: week })}</p>
            <LocalLink href={PLACES.rulings}>{t("latest.all")}</LocalLink>
          </>
        }
      >
        <RulingList>
          {latest.items.map((item) => (
            <PublishedRow key={item.number} item={item} />
          ))}
        </RulingList>
      </Section>

      <Section title={t("overdue.title")} note={t("overdue.note")}>
        <DataTable
          caption={t("overdue.title")}
          columns={[
            { key: "number", label: t("overdue.number") },
            { key: "clock", label: t("overdue.clock") },
            { key: "due", label: t("overdue.due") },
            { key: "over", label: t("overdue.today"), end: true },
          ]}
          rows={overdue.slice(0, 5).map((row) => ({
            key: row.number,
            cells: [
              row.number,
              clockName(row.clock),
              <DateText key="due" day={row.due} form="day" />,
              <b key="over" className="text-seal">
                {t("overdue.over", { n: countWorkingDays(row.due, today, calendar) })}
              </b>,
            ],
          }))}
          empty={t("overdue.none")}
        />
        <p className="mt-3">
          <LocalLink href={PLACES.overdue}>{t("overdue.all", { n: overdue.length })}</LocalLink>
        </p>
      </Section>
    </Page>
  );
}
