import { readStatisticsQuery } from "@/app/_server/statistics-view";
import { StatisticsBody, statisticsMetadata } from "./_components/statistics-body";

export const revalidate = 60;
export const generateMetadata = statisticsMetadata;

/** The first look at the statistics, the same for everybody and kept ready; a choice in the address leads to `chosen` (next.config.ts). */
export default function StatisticsPage() {
  return <StatisticsBody query={readStatisticsQuery({})} />;
}
