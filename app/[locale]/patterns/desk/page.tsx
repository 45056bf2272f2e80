import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { QueueSample } from "@/app/[locale]/(public)/patterns/queue-sample";
import { DeskBar } from "@/components/ui/desk-bar";
import { Facets } from "@/components/ui/facets";
import { KeysBar } from "@/components/ui/keys";
import { Page } from "@/components/ui/page";

export const revalidate = 3600;

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "patterns" });
  return { title: t("desk"), robots: { index: false, follow: false } };
}

/** The frame of the working places, whole, with made-up cases. */
export default function DeskPatternPage() {
  const t = useTranslations("patterns");
  const tab = (key: string, count?: string) => ({
    href: key === "mine" ? "/patterns/desk" : `/patterns/desk#${key}`,
    label: t(`tab.${key}`),
    count,
    exact: true,
  });
  return (
    <div data-desk className="flex min-h-dvh flex-col">
      <DeskBar
        home="/patterns"
        tabs={[
          tab("mine", "42"),
          tab("group", "318"),
          tab("all", "1,451"),
          tab("toSign", "27"),
          tab("late", "6"),
          tab("checks", "2"),
          tab("calendar"),
        ]}
        search={{ action: "" }}
        person={t("officer")}
      />
      <div className="desk-frame">
        <Facets
          label={t("facets")}
          groups={[
            {
              key: "due",
              title: t("facetDue"),
              links: [
                { href: "#late", label: t("queueLate"), count: "2" },
                { href: "#today", label: t("facetToday"), count: "3" },
                { href: "#all", label: t("tab.all"), count: "318", current: true },
              ],
            },
            {
              key: "clause",
              title: t("facetClause"),
              links: [
                { href: "#b21", label: `B2.1　${t("clause.wait3")}`, count: "84" },
                { href: "#c12", label: `C1.2　${t("clause.refund")}`, count: "47" },
              ],
            },
          ]}
        />
        <Page width="desk">
          <h1 className="sr-only">{t("queueAxis")}</h1>
          <QueueSample />
        </Page>
      </div>
      <KeysBar
        before={t("chosen")}
        keys={[
          { key: "move", keys: ["J", "K"], words: t("keyMove") },
          { key: "choose", keys: ["X"], words: t("keyChoose") },
          { key: "accept", keys: ["A"], words: t("keyAccept") },
        ]}
        after={t("saved")}
      />
    </div>
  );
}
