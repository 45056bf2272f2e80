import { useTranslations } from "next-intl";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import { DataTable } from "@/components/ui/table";
import { type DialFacts, judgeDialTest } from "@/domain/dial-tests/judge";

/** Threshold by threshold: what was measured, what is allowed, met or not. */
export function DialVerdicts({ facts }: { facts: DialFacts }) {
  const t = useTranslations("dial");
  return (
    <DataTable
      caption={t("verdicts.caption")}
      columns={[
        { key: "check", label: t("verdicts.check") },
        { key: "measured", label: t("verdicts.measured"), end: true },
        { key: "limit", label: t("verdicts.limit"), end: true },
        { key: "met", label: t("verdicts.met") },
      ]}
      rows={judgeDialTest(facts).map((verdict) => ({
        key: verdict.check,
        cells: [
          <span key="check">
            {t(`checks.${verdict.check}`)}{" "}
            <LocalLink href={`${PLACES.standard}/${verdict.clause}`} className="text-note">
              {verdict.clause}
            </LocalLink>
          </span>,
          verdict.limit === null
            ? "–"
            : verdict.measured === null
              ? t(verdict.check === "prompt" ? "neverTold" : "neverConnected")
              : t("seconds", { n: verdict.measured }),
          verdict.limit === null ? "–" : t("seconds", { n: verdict.limit }),
          verdict.met ? (
            t("met")
          ) : (
            <b key="met" className="text-seal">
              {t("notMet")}
            </b>
          ),
        ],
      }))}
    />
  );
}
