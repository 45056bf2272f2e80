import { useLocale, useTranslations } from "next-intl";
import { GROUPS, STATISTIC_CHANNELS, type StatisticsView } from "@/app/_server/statistics-view";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/field";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import { CLAUSE_IDS, clauseKey } from "@/domain/clauses";
import { SECTORS } from "@/domain/company-register";
import { dimensionsOf, MEASURE_NAMES, MEASURES } from "@/domain/statistics";

/** What is counted, along what, of whom: a form whose answer is an address, so it works without JavaScript and can be passed on. */
export function StatisticsChoice({ view, companies }: { view: StatisticsView; companies: ReadonlyMap<string, string> }) {
  const t = useTranslations("statistics");
  const sectors = useTranslations("sectors");
  const channels = useTranslations("channels");
  const clauses = useTranslations("clauses");
  const locale = useLocale();
  const { measure, by, filter } = view;
  const any = t("any");
  const ofCompany = by === "company" || filter.company !== undefined;
  const measures = (claimed: boolean) =>
    MEASURE_NAMES.filter((one) => MEASURES[one].claimed === claimed).map((value) => ({ value, label: t(`measures.${value}`) }));
  return (
    <form
      key={JSON.stringify([measure, by, filter])}
      method="get"
      action={`/${locale}${PLACES.statistics}`}
      className="grid content-start gap-4"
    >
      <Select
        name="measure"
        label={t("measure")}
        defaultValue={measure}
        options={[
          { group: t("decided"), options: measures(false) },
          { group: t("told"), options: measures(true) },
        ]}
      />
      <Select
        name="by"
        label={t("by")}
        defaultValue={by}
        options={dimensionsOf(measure).map((value) => ({ value, label: t(`dimensions.${value}`) }))}
      />
      <Select
        name="sector"
        label={t("dimensions.sector")}
        empty={any}
        defaultValue={filter.sector ?? ""}
        options={SECTORS.map((value) => ({ value, label: sectors(value) }))}
      />
      <Select
        name="company"
        label={t("dimensions.company")}
        empty={any}
        defaultValue={filter.company ?? ""}
        options={[...companies].map(([value, label]) => ({ value, label }))}
      />
      {MEASURES[measure].byClause && (
        <Select
          name="clause"
          label={t("dimensions.clause")}
          empty={any}
          defaultValue={filter.clause ?? ""}
          options={CLAUSE_IDS.map((value) => ({
            value,
            label: `${value} ${clauses(`${clauseKey(value)}.title` as "A1_1.title")}`,
          }))}
        />
      )}
      {!ofCompany && (
        <>
          <Select
            name="channel"
            label={t("dimensions.channel")}
            empty={any}
            defaultValue={filter.channel ?? ""}
            options={STATISTIC_CHANNELS.map((value) => ({
              value,
              label: value === "unknown" ? t("unknownChannel") : channels(value),
            }))}
          />
          <Select
            name="group"
            label={t("dimensions.group")}
            empty={any}
            defaultValue={filter.group ?? ""}
            options={GROUPS.map((value) => ({ value, label: t(`groups.${value}`) }))}
          />
        </>
      )}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,11em),1fr))] gap-4">
        <TextInput name="from" label={t("from")} type="month" defaultValue={filter.from ?? ""} placeholder="2026-01" />
        <TextInput name="to" label={t("to")} type="month" defaultValue={filter.to ?? ""} placeholder="2026-09" />
      </div>
      <p className="flex flex-wrap items-center gap-4">
        <Button kind="plain">{t("show")}</Button>
        <LocalLink href={PLACES.statistics}>{t("reset")}</LocalLink>
      </p>
    </form>
  );
}
