import { errorFields, log } from "@/platform/log";
import { uploadEndpoint } from "./upload-endpoint";

const HOUR_MS = 3_600_000;

/** What each web process does for its own disk every hour: unfinished uploads past their time go. Not a job: the files lie on this machine. */
export function startChores(): void {
  const timer = setInterval(() => {
    uploadEndpoint()
      .then(({ uploads }) => uploads.deleteExpired())
      .then((gone) => gone > 0 && log("info", "uploads.expired", { count: gone }))
      .catch((error: unknown) => log("warn", "uploads.not_tidied", errorFields(error)));
  }, HOUR_MS);
  timer.unref();
}
