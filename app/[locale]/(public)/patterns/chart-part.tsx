import { useTranslations } from "next-intl";
import { EvidenceTimeline } from "@/components/case/evidence-timeline";
import { Figure } from "@/components/charts/figure";
import { HeatMap } from "@/components/charts/heat-map";
import { Kept } from "@/components/charts/kept";
import { League } from "@/components/charts/league";
import { Measure } from "@/components/charts/measure";
import { ScoreHead, ScoreScale } from "@/components/charts/score-scale";
import { FigureRow } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { Panes, Piece } from "./panes";

/** A stand-in for the loudness of a recording: speech, hold music, speech. */
const PEAKS = Array.from({ length: 212 }, (_, i) =>
  i > 62 && i < 166 ? 0.3 + 0.06 * ((i * 7) % 3) : 0.2 + (((i * 37) % 23) / 23) * 0.75,
);

function Timeline() {
  const t = useTranslations("patterns");
  return (
    <EvidenceTimeline
      duration={402}
      label={t("timelineLabel")}
      rows={[
        { kind: "sound", key: "sound", label: t("sound"), peaks: PEAKS },
        { kind: "limit", key: "prompt", label: t("prompt"), start: 0, end: 22, limit: 15 },
        { kind: "marks", key: "asked", label: t("asked"), at: [31, 58, 84, 103], words: t("askedWords") },
        { kind: "limit", key: "wait", label: t("waiting"), start: 31, end: 312, limit: 180 },
        { kind: "span", key: "human", label: t("human"), start: 312, end: 402, words: t("humanWords") },
      ]}
    />
  );
}

function SampleLeague() {
  const t = useTranslations("patterns");
  const row = (key: string, score: number, low: number, high: number) => ({
    name: t(`company.${key}`),
    href: `#${key}`,
    score,
    low,
    high,
  });
  return (
    <League
      groups={[
        { from: 1, to: 2, entries: [row("xishan", 90.6, 87.9, 93.1), row("yunzhan", 92.1, 90, 94)] },
        { from: 3, entries: [row("houniao", 82.4, 79.6, 85)] },
        { from: 4, to: 5, entries: [row("bozhou", 69.5, 63.9, 75.2), row("zhiyuan", 71.8, 67.2, 76.1)] },
        { entries: [{ name: t("company.yuanxiu"), href: "#yuanxiu", bandOnly: "B", note: t("decided7") }] },
      ]}
    />
  );
}

function Heat() {
  const t = useTranslations("patterns");
  const rows: [string, string, (number | null)[]][] = [
    ["B2.1", "wait3", [3.1, 4.8, 6.9, 8.4, 4.1, 3.7]],
    ["A2.2", "transfer", [4.2, 5.9, 4.4, 6.1, 2.8, 3]],
    ["C1.2", "refund", [3.9, 2.7, 7.8, null, null, 1.9]],
    ["B1.3", "prompt15", [0.6, null, 1.7, 2.4, 1.9, 1.6]],
  ];
  return (
    <HeatMap
      caption={t("heatTitle")}
      columns={(["retail", "delivery", "travel", "telecom", "bank", "insurance"] as const).map((key) => t(`sector.${key}`))}
      rows={rows.map(([code, name, cells]) => ({ key: code, code, name: t(`clause.${name}`), cells }))}
    />
  );
}

/** What is drawn: kept promises, measures, scores, leagues, heat, recordings, tables. */
export function ChartPart() {
  const t = useTranslations("patterns");
  return (
    <Panes stacked>
      {(p) => (
        <>
          <Piece name={t("kept")}>
            <Kept id={`${p}-a`} title={t("keptAcceptance")} onTime={1273} late={11} />
            <Kept id={`${p}-r`} title={t("keptRuling")} onTime={6190} late={230} />
          </Piece>
          <Piece name={t("measure")}>
            <div className="grid gap-3">
              <Measure seconds={281} limit={180} />
              <Measure seconds={22} limit={15} />
              <Measure seconds={120} limit={180} />
            </div>
          </Piece>
          <Piece name={t("score")}>
            <div className="grid gap-2.5">
              <ScoreHead score={69.5} low={63.9} high={75.2} />
              <ScoreScale score={69.5} low={63.9} high={75.2} mean={70} />
              <ScoreScale score={98} low={96.4} high={98.9} mean={70} />
              <ScoreScale bandOnly="B" />
              <ScoreScale />
            </div>
          </Piece>
          <Piece name={t("league")}>
            <SampleLeague />
          </Piece>
          <Piece name={t("figure")}>
            <Figure
              title={t("heatTitle")}
              note={t("heatNote")}
              table={
                <DataTable
                  caption={t("tableCaption")}
                  columns={[
                    { key: "clause", label: t("tableClause") },
                    { key: "n", label: t("tableUpheld"), end: true },
                    { key: "r", label: t("tableRate"), end: true },
                  ]}
                  rows={[
                    { key: "B2.1", cells: ["B2.1", "4,912", "4.7"] },
                    { key: "A2.2", cells: ["A2.2", "4,380", "4.2"] },
                  ]}
                  foot={[t("tableSum"), "9,292", ""]}
                />
              }
              downloads={[
                { label: "CSV", href: "#csv" },
                { label: "JSON", href: "#json" },
              ]}
              hash="51d0…8ae3"
            >
              <Heat />
            </Figure>
          </Piece>
          <Piece name={t("timeline")}>
            <Timeline />
          </Piece>
          <Piece name={t("figures")}>
            <FigureRow
              ruled
              figures={[
                { key: "a", figure: "41,806", words: t("figureIntake") },
                { key: "b", figure: "93.7%", words: t("figureAdmissible") },
                { key: "c", figure: "99.0%", words: t("figureAcceptance") },
                { key: "d", figure: "62.4%", words: t("figureUpheld") },
              ]}
            />
          </Piece>
        </>
      )}
    </Panes>
  );
}
