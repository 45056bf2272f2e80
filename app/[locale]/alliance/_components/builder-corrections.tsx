import { useTranslations } from "next-intl";
import type { ReportView } from "@/app/_server/report-view";
import { useToldCorrection } from "@/app/[locale]/_components/report/report-corrections";
import { DataTable } from "@/components/ui/table";
import { toldChanges } from "@/domain/report/changes";
import type { Wording } from "@/domain/report/words";
import { usePlaceName } from "./builder-side";
import { ReasonForm } from "./report-forms";

const MOST_ROWS = 12;

/** What a correction changes against the version before, each figure and text with its reason. */
export function BuilderCorrections({
  view,
  corrects,
  reasons,
  editing,
}: {
  view: ReportView;
  corrects: string;
  reasons: ReadonlyMap<string, Wording>;
  editing: boolean;
}) {
  const t = useTranslations("alliance.corrections");
  const languages = useTranslations("nav.languages");
  const name = usePlaceName();
  const tell = useToldCorrection(view);
  const groups = [...new Set(view.corrections.map((one) => one.place.split(" ")[0] ?? ""))];
  return (
    <section id="corrections" className="builder-section">
      <h2>{t("title")}</h2>
      <p className="text-ink-2">{groups.length === 0 ? t("none", { version: corrects }) : t("lead", { version: corrects })}</p>
      {groups.map((group) => {
        const told = toldChanges(view.corrections.filter((one) => one.place.startsWith(`${group} `)));
        const rows = told.slice(0, MOST_ROWS).map((one) => {
          const { place, before, after } = tell(one);
          return { key: one.change.place, cells: [place, before, after] };
        });
        return (
          <div key={group} className="grid gap-3 pt-3">
            <h3>
              {name(group)}{" "}
              <small className="font-sans text-note font-normal text-ink-2">{t("changes", { n: told.length })}</small>
            </h3>
            <DataTable
              caption={name(group)}
              columns={[
                { key: "place", label: "" },
                { key: "before", label: t("before") },
                { key: "after", label: t("after") },
              ]}
              rows={rows}
            />
            {told.length > MOST_ROWS && <p className="text-note text-ink-2">{t("more", { n: told.length - MOST_ROWS })}</p>}
            {editing && (
              <ReasonForm
                report={view.report.id}
                group={group}
                reason={{ "zh-Hans": reasons.get(group)?.["zh-Hans"] ?? "", en: reasons.get(group)?.en ?? "" }}
                languages={{ "zh-Hans": languages("zh-Hans"), en: languages("en") }}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}
