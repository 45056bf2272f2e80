import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DeadlineMark } from "@/components/case/deadline-mark";
import { AskBar, Steps } from "@/components/ui/ask-bar";
import { Button } from "@/components/ui/button";
import { TickList } from "@/components/ui/choices";
import { LocalLink } from "@/components/ui/local-link";
import { Page, Wenwu } from "@/components/ui/page";
import { SAMPLE_CLOCKS } from "../../(public)/patterns/sample-clocks";

export const revalidate = 3600;

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "patterns" });
  return { title: t("forms"), robots: { index: false, follow: false } };
}

/** One question a page, and how a receipt says when the answer comes. */
export default function FilingPatternPage() {
  const t = useTranslations("patterns");
  const nav = useTranslations("nav");
  return (
    <>
      <AskBar aside={<LocalLink href="/patterns">{nav("saveLater")}</LocalLink>} />
      <Page width="ask">
        <Steps step={2} of={8} />
        <form method="get">
          <h1>{t("whatHappened")}</h1>
          <TickList
            name="what"
            legend={t("whatHappened")}
            hiddenLegend
            hint={t("whatHint")}
            groups={[
              {
                title: t("cannotReach"),
                choices: [
                  { value: "a", label: t("noButton"), note: t("noButtonNote") },
                  { value: "b", label: t("stillRobot"), checked: true },
                ],
              },
              { title: t("tooLong"), choices: [{ value: "d", label: t("queue"), note: t("queueNote") }] },
            ]}
          />
          <div className="mt-6 grid justify-items-center gap-3">
            <Button big block>
              {t("continue")}
            </Button>
            <LocalLink href="/patterns">{t("back")}</LocalLink>
          </div>
        </form>
        <Wenwu className="mt-12 mb-6" />
        <DeadlineMark clock={SAMPLE_CLOCKS.nationalDay} how="open" />
      </Page>
    </>
  );
}
