import PgBoss from "pg-boss";
import { errorFields, log } from "@/platform/log";

/**
 * The worker's side of the queues (the sender's side is `enqueue` in db/queues). pg-boss keeps its tables tidy and gives jobs back that
 * a killed worker had begun; its own timetable is off, because ours follows the portal's clock. The tables are the migration's work.
 * @throws Error when the migrations have not run.
 */
export async function startBoss(url: string): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: "answered jobs",
    max: 4,
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: 30,
    archiveCompletedAfterSeconds: 12 * 3600,
    deleteAfterDays: 14,
  });
  boss.on("error", (error) => log("warn", "queue.error", errorFields(error)));
  await boss.start();
  return boss;
}
