import type { Instrumentation } from "next";

/** Once per web process: listens for changes of the public record, wherever they were made, and drops the cached pages; tidies its disk. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || !process.env.DATABASE_URL) return;
  const { listenForPublicChanges } = await import("./app/_server/public-change-listener");
  await listenForPublicChanges();
  const { startChores } = await import("./app/_server/chores");
  startChores();
  const { warmSearch } = await import("./app/_server/warm-search");
  // Nobody waits for it: a first reader who comes before it is done reads along.
  void warmSearch();
  const { warmDesk } = await import("./app/_server/warm-desk");
  void warmDesk();
}

/** A fault: one log line with the reference the reader sees on the error page (Next's digest), and nothing about the person. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { errorFields, log } = await import("./platform/log");
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : "none";
  log("error", "fault", { reference, route: context.routePath, kind: context.routeType, ...errorFields(error) });
};
