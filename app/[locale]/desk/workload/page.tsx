import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { Figure } from "@/components/charts/figure";
import { ChartSlot } from "@/components/charts/report/chart-slot";
import { formatDay, formatNumber } from "@/components/format";
import { ClientWords } from "@/components/ui/client-words";
import { LocalLink } from "@/components/ui/local-link";
import { EmptyState } from "@/components/ui/notice";
import { DataTable, ScrollRegion } from "@/components/ui/table";
import { db } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar";
import { portalNow } from "@/db/queries/clock";
import { deskOfficers, peopleNamed } from "@/db/queries/desk-lists";
import { dayOf } from "@/domain/day";
import { dueByDay, LEFT_KEYS, loadByOfficer } from "@/domain/desk/due-days";
import { workload } from "@/domain/desk/tallies";
import { deskColumns } from "@/services/desk-state";
import { ListPage } from "../_components/list-page";

/** Working days looked ahead. */
const AHEAD = 30;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.workload");
  return { title: t("title") };
}

/** Who has how much in hand, and what falls due on each of the next 30 working days; of all or of one officer. */
export default async function WorkloadPage({ searchParams }: { searchParams: Promise<{ officer?: string | string[] }> }) {
  await requirePage(["officer", "supervisor"], "/desk/workload");
  const [t, locale, now, columns, officers, query] = await Promise.all([
    getTranslations("desk.workload"),
    getLocale(),
    portalNow(db()),
    deskColumns(db()),
    deskOfficers(db()),
    searchParams,
  ]);
  const calendar = await loadCalendar(db(), locale);
  const today = dayOf(now);
  const all = workload(columns);
  const loads = loadByOfficer(all, today, calendar);
  const names = await peopleNamed(db(), [...loads.flatMap((l) => (l.officer ? [l.officer] : []))]);
  const nameOf = (id: string) => (id === "" ? t("nobody") : (names.get(id) ?? officers.find((o) => o.id === id)?.name ?? id));
  const asked = typeof query.officer === "string" ? query.officer : undefined;
  const one =
    asked === "none" ? "" : loads.some((l) => l.officer === asked) || officers.some((o) => o.id === asked) ? asked : undefined;
  const counts = one === undefined ? all : all.filter((c) => c.officer === one);
  const { overdue, days } = dueByDay(counts, today, AHEAD, calendar);
  const sum = days.reduce((n, day) => n + day.n, 0);
  const busiest = days.reduce((a, b) => (b.n > a.n ? b : a), days[0] ?? { day: today, n: 0 });
  const title = one === undefined ? t("chart") : t("chartOf", { name: nameOf(one) });
  const ofOfficer = one === undefined ? "" : `&officer=${one || "none"}`;
  const idle = officers.filter((o) => !loads.some((l) => l.officer === o.id));
  return (
    <ClientWords areas={["ui"]}>
      <ListPage title={t("title")} lead={t("lead")}>
        {loads.length === 0 ? (
          <EmptyState looked={t("empty")} />
        ) : (
          <>
            <nav aria-label={t("whose")} className="mt-4 flex flex-wrap gap-x-5 gap-y-1">
              <LocalLink href="/desk/workload" aria-current={one === undefined ? "true" : undefined} className="choice">
                {t("everyone")}
              </LocalLink>
              {loads.slice(0, 30).map((load) => (
                <LocalLink
                  key={load.officer}
                  href={`/desk/workload?officer=${load.officer || "none"}`}
                  aria-current={one === load.officer ? "true" : undefined}
                  className="choice"
                >
                  {nameOf(load.officer)}
                </LocalLink>
              ))}
            </nav>
            <div className="mt-6">
              <Figure
                id="due"
                level={2}
                title={title}
                note={t("note", {
                  n: sum,
                  overdue,
                  busiest: formatDay(busiest.day, locale, "short"),
                  most: busiest.n,
                })}
                table={
                  <DataTable
                    caption={title}
                    columns={[
                      { key: "day", label: t("day") },
                      { key: "n", label: t("cases"), end: true },
                    ]}
                    rows={[
                      ...(overdue > 0
                        ? [
                            {
                              key: "overdue",
                              cells: [
                                <LocalLink key="d" href={`/desk?deadline=overdue${ofOfficer}`}>
                                  {t("left.overdue")}
                                </LocalLink>,
                                formatNumber(overdue),
                              ],
                            },
                          ]
                        : []),
                      ...days.map(({ day, n }) => ({
                        key: day,
                        cells: [
                          <LocalLink key="d" href={`/desk?due=${day}${ofOfficer}`}>
                            {formatDay(day, locale, "date")}
                          </LocalLink>,
                          formatNumber(n),
                        ],
                      })),
                    ]}
                  />
                }
              >
                <ChartSlot
                  model={{
                    kind: "columns",
                    label: t("chartLabel", { title, n: sum, overdue }),
                    columns: [
                      ...(overdue > 0 ? [{ key: "overdue", label: t("left.overdue"), n: overdue, tone: "beyond" as const }] : []),
                      ...days.map(({ day, n }) => ({
                        key: day,
                        label: formatDay(day, locale, "short"),
                        n,
                        tone: "dark" as const,
                      })),
                    ],
                  }}
                />
              </Figure>
            </div>
            <h2 className="mt-8">{t("table")}</h2>
            <ScrollRegion label={t("table")}>
              <DataTable
                caption={t("table")}
                columns={[
                  { key: "officer", label: t("officer") },
                  ...LEFT_KEYS.map((key) => ({ key, label: t(`left.${key}`), end: true })),
                  { key: "total", label: t("total"), end: true },
                ]}
                rows={[
                  ...loads.map((load) => ({
                    key: load.officer || "none",
                    cells: [
                      <LocalLink key="o" href={`/desk?officer=${load.officer || "none"}`}>
                        {nameOf(load.officer)}
                      </LocalLink>,
                      ...LEFT_KEYS.map((key) =>
                        key === "overdue" && load.left[key] > 0 ? (
                          <b key={key} className="font-medium text-seal">
                            {formatNumber(load.left[key])}
                          </b>
                        ) : (
                          formatNumber(load.left[key])
                        ),
                      ),
                      <b key="t" className="font-medium">
                        {formatNumber(load.total)}
                      </b>,
                    ],
                  })),
                  ...idle.map((o) => ({ key: o.id, cells: [o.name, ...LEFT_KEYS.map(() => "0"), "0"] })),
                ]}
                foot={[
                  t("sum"),
                  ...LEFT_KEYS.map((key) => formatNumber(loads.reduce((n, l) => n + l.left[key], 0))),
                  formatNumber(loads.reduce((n, l) => n + l.total, 0)),
                ]}
              />
            </ScrollRegion>
          </>
        )}
      </ListPage>
    </ClientWords>
  );
}
