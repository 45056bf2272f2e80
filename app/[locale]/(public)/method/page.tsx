import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { portalToday } from "@/app/_server/today";
import { formatNumber } from "@/components/format";
import { Page, PageHead, Section } from "@/components/ui/page";
import { DataTable, ScrollRegion } from "@/components/ui/table";
import { readDb } from "@/db/client";
import { periodParameters } from "@/db/queries/scores";
import { CLOCKS } from "@/domain/clocks";
import { PROXY_CONTACTS, SIZE_CLASSES } from "@/domain/company-register";
import { quarterOf } from "@/domain/day";
import { SCORE_RULE as R } from "@/domain/score/rule";

export const revalidate = 60;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("method"))("title") };
}

/** How days are counted and how a score is made, with every number it uses: enough to recompute. */
export default async function MethodPage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const t = await getTranslations("method");
  const clock = await getTranslations("clocks");
  const sector = await getTranslations("sectors");
  const { day } = await portalToday(locale);
  const period = quarterOf(day);
  const frozen = await periodParameters(readDb(), period);
  const paragraphs = (key: string) =>
    (t.raw(key) as string[]).map((p) => (
      <p key={p} className="max-w-measure">
        {p}
      </p>
    ));
  return (
    <Page>
      <PageHead title={t("title")} lead={t("lead")} />
      <Section title={t("clocks.title")} note={t("clocks.note")} id="clocks">
        <div className="grid gap-3">{paragraphs("clocks.text")}</div>
        <div className="mt-5">
          <DataTable
            caption={t("clocks.title")}
            columns={[
              { key: "clock", label: t("clocks.clock") },
              { key: "length", label: t("clocks.length"), end: true },
            ]}
            rows={Object.entries(CLOCKS).map(([name, rule]) => ({
              key: name,
              cells: [clock(name), t(rule.unit === "hours" ? "clocks.hours" : "clocks.days", { n: rule.length })],
            }))}
          />
        </div>
      </Section>
      <Section title={t("score.title")} note={t("score.note", { version: R.version })} id="score">
        <div className="grid gap-3">{paragraphs("score.text")}</div>
        <ScrollRegion label={t("score.title")} className="mt-5">
          <pre className="bg-paper-2 p-4 text-small leading-[1.8]">{`points = w · ρ · g        g = 0.5^(months / ${R.halfLifeMonths})
r̂ = (k₀ + X) / (k₀/mₛ + E)      k₀ = ${R.k0}
C = 100 · ${R.meanCompliance}^(r̂ / m₀)
T = 100 · (passed + ${R.dial.passedPrior}) / (tests + ${R.dial.testsPrior})
S = ${R.share.compliance} · C + ${R.share.dial} · T`}</pre>
        </ScrollRegion>
        <div className="mt-5 grid gap-6 wide:grid-cols-2">
          <DataTable
            caption={t("score.weights")}
            showCaption
            columns={[
              { key: "what", label: t("score.what") },
              { key: "n", label: t("score.value"), end: true },
            ]}
            rows={[
              ...Object.entries(R.weight).map(([k, v]) => ({ key: k, cells: [t(`score.tier.${k}`), v] })),
              { key: "partly", cells: [t("score.partly"), `× ${R.outcomeShare.partly_upheld}`] },
              { key: "recurs", cells: [t("score.recurs"), `× ${R.recurrence}`] },
              ...Object.entries(R.rectification).map(([k, v]) => ({
                key: `rho_${k}`,
                cells: [t(`score.rho.${k}`), formatNumber(v, 1)],
              })),
              { key: "late", cells: [t("score.replyLate"), R.reply.late] },
              { key: "missing", cells: [t("score.replyMissing"), R.reply.missing] },
            ]}
          />
          <DataTable
            caption={t("score.period", { period })}
            showCaption
            columns={[
              { key: "what", label: t("score.what") },
              { key: "n", label: t("score.value"), end: true },
            ]}
            rows={[
              { key: "m0", cells: [t("score.m0"), frozen?.m0 ?? "–"] },
              { key: "phi", cells: ["φ", frozen?.phi ?? "–"] },
              ...Object.entries(frozen?.mS ?? {}).map(([s, v]) => ({ key: s, cells: [t("score.mS", { sector: sector(s) }), v] })),
            ]}
          />
        </div>
        <div className="mt-5">
          <DataTable
            caption={t("score.proxy")}
            showCaption
            columns={[
              { key: "size", label: t("score.size") },
              { key: "n", label: t("score.contacts"), end: true },
            ]}
            rows={SIZE_CLASSES.map((s) => ({ key: s, cells: [t(`score.sizes.${s}`), formatNumber(PROXY_CONTACTS[s], 0)] }))}
          />
        </div>
      </Section>
      <Section title={t("grades.title")} note={t("grades.note")}>
        <div className="grid gap-3">{paragraphs("grades.text")}</div>
      </Section>
      <Section title={t("checks.title")} note={t("checks.note")} id="checks">
        <div className="grid gap-3">{paragraphs("checks.text")}</div>
      </Section>
      <Section title={t("ours.title")} note={t("ours.note")} id="ours">
        <div className="grid gap-3">{paragraphs("ours.text")}</div>
      </Section>
    </Page>
  );
}
