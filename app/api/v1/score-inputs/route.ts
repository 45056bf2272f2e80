import { createHash } from "node:crypto";
import { readDb } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { rootCompanyIds } from "@/db/queries/companies";
import { periodParameters, scoreInput } from "@/db/queries/scores";
import { canonicalJson } from "@/domain/canonical-json";
import { dayOf, quarterOf } from "@/domain/day";
import { makeScoreDump } from "@/domain/score/public-dump";

/** Everything today's scores are made of, so that anyone can recompute them (RULES §6). Public, no personal data. */
export async function GET(request: Request) {
  const tx = readDb();
  const today = dayOf(await portalNow(tx));
  const parameters = await periodParameters(tx, quarterOf(today));
  if (!parameters)
    return Response.json(
      { type: "about:blank", title: "No score period has been frozen yet", status: 404 },
      { status: 404, headers: { "content-type": "application/problem+json" } },
    );
  const inputs = await Promise.all((await rootCompanyIds(tx)).map((id) => scoreInput(tx, id, today)));
  const body = canonicalJson(
    makeScoreDump(
      inputs.flatMap((i) => i ?? []),
      parameters,
      today,
    ),
  );
  const etag = `"${createHash("sha256").update(body).digest("hex")}"`;
  const headers = {
    etag,
    "cache-control": "public, max-age=60, stale-while-revalidate=600",
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
}
