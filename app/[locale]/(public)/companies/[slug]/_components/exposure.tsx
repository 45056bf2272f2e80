import { useTranslations } from "next-intl";
import { NumberText } from "@/components/ui/date-text";
import { Section } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { SCORE_RULE } from "@/domain/score/rule";
import type { CompanyScore } from "@/domain/score/types";

interface Declared {
  readonly companyId: string;
  readonly quarter: string;
  readonly contacts: number;
  readonly source: string;
  readonly audited: boolean;
}

/** How many contacts the points are measured against, and who says so (E of RULES §6). */
export function ExposureUsed({ score, declared }: { score: CompanyScore; declared: readonly Declared[] }) {
  const t = useTranslations("company.exposure");
  const { source, audited, capped } = score.exposure;
  return (
    <Section title={t("title")} note={t("note")}>
      <p>
        {t.rich(source === "proxy" ? "proxy" : audited ? "audited" : "declared", {
          n: () => <NumberText value={Math.round(score.E * SCORE_RULE.contactsPerUnit)} />,
        })}
        {capped && t("capped", { n: SCORE_RULE.declaredCapOfProxy })}
      </p>
      {declared.length > 0 && (
        <details className="mt-3">
          <summary className="py-1 text-small text-act">{t("quarters")}</summary>
          <DataTable
            caption={t("quarters")}
            columns={[
              { key: "quarter", label: t("quarter") },
              { key: "contacts", label: t("contacts"), end: true },
              { key: "source", label: t("source") },
              { key: "audited", label: t("isAudited") },
            ]}
            rows={declared.slice(0, 8).map((d) => ({
              key: `${d.companyId}${d.quarter}`,
              cells: [
                t("period", { year: d.quarter.slice(0, 4), q: d.quarter.slice(5) }),
                <NumberText key="n" value={d.contacts} />,
                <span key="s" lang="zh-Hans">
                  {d.source}
                </span>,
                t(d.audited ? "yes" : "no"),
              ],
            }))}
          />
        </details>
      )}
    </Section>
  );
}
