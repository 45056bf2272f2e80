import { db } from "@/db/client";
import { evidenceStore } from "@/platform/evidence-store";
import { checkHealth, type Health } from "@/services/check-health";

export const dynamic = "force-dynamic";

let underWay: Promise<Health> | undefined;

/** 200 when every part is well, 503 naming the one that is not. Callers at the same moment share one look. */
export async function GET(): Promise<Response> {
  underWay ??= checkHealth(db(), async () => (await evidenceStore()).storage).finally(() => {
    underWay = undefined;
  });
  const health = await underWay;
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
