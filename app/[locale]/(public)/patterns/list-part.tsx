import { useTranslations } from "next-intl";
import { FindingArticle, RulingList, RulingRow } from "@/components/case/ruling-row";
import { Measure } from "@/components/charts/measure";
import { ThenList } from "@/components/ui/notice";
import { StudyFrame } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { KeyValue } from "@/components/ui/table";
import { Panes, Piece } from "./panes";

/** What is listed and read: rulings, findings, what comes next, a case study. */
export function ListPart() {
  const t = useTranslations("patterns");
  return (
    <Panes stacked>
      {(p) => (
        <>
          <Piece name={t("rulings")}>
            <RulingList>
              <RulingRow day="2026-09-16" title={t("ruling1")} href="/patterns" outcome="upheld">
                <b className="font-medium text-ink">{t("company.jingge")}</b>　{t("ruling1Clauses")}
              </RulingRow>
              <RulingRow day="2026-09-15" title={t("ruling2")} href="/patterns" outcome="not_upheld">
                <b className="font-medium text-ink">{t("company.qingli")}</b>　B2.4
              </RulingRow>
              <RulingRow day="2026-07-10" title={t("frozen")} aside="69.5" />
            </RulingList>
            {p === "light" && <Pagination page={4} pages={12} hrefTemplate="/patterns?page={page}" />}
          </Piece>
          <Piece name={t("finding")}>
            <FindingArticle
              title={t("findingTitle")}
              outcome="upheld"
              clause={t("findingClause")}
              measure={<Measure seconds={281} limit={180} />}
            >
              <p>{t("findingReason")}</p>
            </FindingArticle>
          </Piece>
          <Piece name={t("then")}>
            <ThenList
              items={[
                { key: "a", when: t("then1When"), what: t("then1What") },
                { key: "b", when: t("then2When"), what: t("then2What") },
              ]}
            />
          </Piece>
          <Piece name={t("study")}>
            <StudyFrame
              margin={
                <>
                  <p className="text-small text-ink-2">{t("studyNumber")}</p>
                  <h4 className="mt-1 mb-4 text-h2">{t("studyTitle")}</h4>
                  <KeyValue
                    small
                    items={[
                      { key: "c", name: t("tableClause"), value: "B1.2" },
                      { key: "s", name: t("studySector"), value: t("sector.telecom") },
                    ]}
                  />
                </>
              }
            >
              <p>{t("studyText")}</p>
              <p className="ink-t num pt-3.5 text-lead">{t("studyLesson")}</p>
            </StudyFrame>
          </Piece>
        </>
      )}
    </Panes>
  );
}
