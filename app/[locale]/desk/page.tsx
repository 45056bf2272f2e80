import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { QueueScreen, type QueueSearch } from "./_components/queue-screen";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.queue.title");
  return { title: t("team") };
}

/** Every case something is owed in, by what is left. */
export default async function DeskPage({ searchParams }: { searchParams: QueueSearch }) {
  const actor = await requirePage(["officer", "supervisor"], "/desk");
  return <QueueScreen actor={actor} view="team" search={searchParams} />;
}
