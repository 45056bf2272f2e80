import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { isDeskView } from "@/domain/desk-queue";
import { QueueScreen, type QueueSearch } from "../_components/queue-screen";

type Params = Promise<{ view: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { view } = await params;
  const t = await getTranslations("desk.queue.title");
  return isDeskView(view) ? { title: t(view) } : {};
}

/** The queue as another view: one's own cases, all, overdue. */
export default async function DeskViewPage({ params, searchParams }: { params: Params; searchParams: QueueSearch }) {
  const { view } = await params;
  const actor = await requirePage(["officer", "supervisor"], `/desk/${view}`);
  if (!isDeskView(view) || view === "team") notFound();
  return <QueueScreen actor={actor} view={view} search={searchParams} />;
}
