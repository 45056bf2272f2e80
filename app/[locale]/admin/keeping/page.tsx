import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { formatDay, formatInstant } from "@/components/format";
import { Page, PageHead, Section } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { latestEvidenceChecks } from "@/db/queries/evidence-checks";
import { leavingSoon } from "@/services/keep-periods";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("keeping");
  return { title: t("title") };
}

/** Whether the evidence is as it was received, and what goes next: ids, days and codes, never content (RULES §5). */
export default async function KeepingPage() {
  await requirePage(["admin"], "/admin/keeping");
  const [t, locale, now] = await Promise.all([getTranslations("keeping"), getLocale(), portalNow(db())]);
  const [checks, leaving] = await Promise.all([latestEvidenceChecks(db(), 14), leavingSoon(now)]);
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      <Section title={t("checks")} note={t("checksNote")}>
        <DataTable
          caption={t("checks")}
          columns={[
            { key: "when", label: t("when") },
            { key: "scope", label: t("scope") },
            { key: "looked", label: t("looked"), end: true },
            { key: "faults", label: t("faults") },
          ]}
          rows={checks.map((check) => ({
            key: check.id,
            cells: [
              formatInstant(check.endedAt, locale),
              t(`scopes.${check.scope}`),
              check.looked,
              check.faults.length === 0 ? (
                t("none")
              ) : (
                <ul key="faults">
                  {check.faults.map((f) => (
                    <li key={f.id}>
                      <b className="text-seal">{t(`fault.${f.fault}`)}</b> <code className="wrap-anywhere">{f.id}</code>
                    </li>
                  ))}
                </ul>
              ),
            ],
          }))}
          empty={<p>{t("noChecks")}</p>}
        />
      </Section>
      <Section title={t("leaving")} note={t("leavingNote")}>
        <DataTable
          caption={t("leaving")}
          columns={[
            { key: "until", label: t("until") },
            { key: "kind", label: t("kind") },
            { key: "id", label: t("id") },
          ]}
          rows={leaving.map((one) => ({
            key: `${one.kind} ${one.id}`,
            cells: [
              formatDay(one.until, locale),
              t(`kinds.${one.kind}`),
              <code key="id" className="wrap-anywhere">
                {one.id}
              </code>,
            ],
          }))}
          empty={<p>{t("nothing")}</p>}
        />
      </Section>
    </Page>
  );
}
