import { readStatisticsQuery } from "@/app/_server/statistics-view";
import { StatisticsBody, statisticsMetadata } from "../_components/statistics-body";

export const dynamic = "force-dynamic";
export const generateMetadata = statisticsMetadata;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What the address asks for; readers see it at /statistics?… */
export default async function ChosenStatisticsPage({ searchParams }: Props) {
  return <StatisticsBody query={readStatisticsQuery(await searchParams)} />;
}
