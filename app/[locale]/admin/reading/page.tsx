import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { formatInstant } from "@/components/format";
import { ClientWords } from "@/components/ui/client-words";
import { Page, PageHead, Section } from "@/components/ui/page";
import { DataTable, KeyValue } from "@/components/ui/table";
import { db } from "@/db/client";
import { failedReadings, readingCounts } from "@/db/queries/readings";
import { ffmpegPath } from "@/platform/ffmpeg/ffmpeg";
import { countOlderFiles } from "@/services/read-evidence";
import { OneButton } from "./_components/one-button";
import { queueOlder, retryFile } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("readingAdmin");
  return { title: t("title") };
}

const STATES = ["waiting", "reading", "done", "needs_ffmpeg", "failed"] as const;
const WHYS = ["timeout", "crashed", "unreadable"] as const;
const whyOf = (why: string) => WHYS.find((one) => one === why) ?? "unreadable";

/** Files whose reading failed, with the way to try again, and how reading stands: ids and codes, never content (RULES §5). */
export default async function ReadingPage() {
  await requirePage(["admin"], "/admin/reading");
  const [t, locale, failed, counts, ffmpeg, older] = await Promise.all([
    getTranslations("readingAdmin"),
    getLocale(),
    failedReadings(db()),
    readingCounts(db()),
    ffmpegPath(),
    countOlderFiles(),
  ]);
  return (
    <ClientWords areas={["errors"]}>
      <Page>
        <PageHead title={t("title")} lead={t("lead")} />
        <Section title={t("failed")} note={t("failedNote")}>
          <DataTable
            caption={t("failed")}
            columns={[
              { key: "id", label: t("id") },
              { key: "why", label: t("why") },
              { key: "tries", label: t("tries"), end: true },
              { key: "at", label: t("at") },
              { key: "act", label: t("act"), hiddenLabel: true },
            ]}
            rows={failed.map((one) => ({
              key: one.evidenceId,
              cells: [
                <code key="id" className="wrap-anywhere">
                  {one.evidenceId}
                </code>,
                t(`whys.${whyOf(one.why)}`),
                one.tries,
                formatInstant(one.at, locale),
                <OneButton
                  key="act"
                  action={retryFile}
                  hidden={{ evidenceId: one.evidenceId }}
                  words={t("retry")}
                  about={one.evidenceId}
                />,
              ],
            }))}
            empty={<p>{t("none")}</p>}
          />
        </Section>
        <Section title={t("state")} note={t("stateNote")}>
          <KeyValue
            items={[
              ...STATES.map((state) => ({ key: state, name: t(`count.${state}`), value: counts[state] ?? 0 })),
              { key: "ffmpeg", name: t("ffmpeg"), value: t(ffmpeg ? "ffmpegThere" : "ffmpegMissing") },
            ]}
          />
        </Section>
        {older > 0 && (
          <Section title={t("older")} note={t("olderNote")}>
            <p className="mb-3">{t("olderCount", { n: older })}</p>
            <OneButton action={queueOlder} hidden={{}} words={t("olderDo")} />
          </Section>
        )}
      </Page>
    </ClientWords>
  );
}
