import { NextResponse } from "next/server";
import { z } from "zod";
import { isDatabaseGone } from "@/app/_server/faults";
import { allowNewDraft, DRAFT_COOKIE, draftCookieOptions, draftHolder } from "@/app/_server/filing";
import { db } from "@/db/client";
import { portalNow } from "@/db/queries/clock";
import { isDomainError } from "@/domain/errors";
import { FILING_STEPS } from "@/domain/filing";
import { LOCALES } from "@/platform/i18n/routing";
import { saveDraft } from "@/services/save-draft";

const body = z.object({
  step: z.enum(FILING_STEPS),
  locale: z.enum(LOCALES),
  form: z.record(z.string().max(60), z.union([z.string().max(20_000), z.array(z.string().max(100)).max(40)])),
});

/** Saves one page of the draft while it is being typed. Only this site's own pages may (Sec-Fetch-Site, JSON). */
export async function PUT(request: Request): Promise<Response> {
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin") return answer(403, { error: "forbidden" });
  const parsed = body.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return answer(400, { error: "invalid" });
  try {
    const [holder, now] = await Promise.all([draftHolder(), portalNow(db())]);
    if (!holder.token) await allowNewDraft(request.headers, now);
    const { newToken } = await saveDraft(holder, { ...parsed.data, done: false }, now);
    const saved = answer(200, { savedAt: now.toISOString() });
    if (newToken) saved.cookies.set(DRAFT_COOKIE, newToken, draftCookieOptions());
    return saved;
  } catch (error) {
    if (isDatabaseGone(error)) return answer(503, { error: "unavailable" });
    if (isDomainError(error)) return answer(429, { error: error.code });
    throw error;
  }
}

function answer(status: number, json: Record<string, string>) {
  return NextResponse.json(json, { status, headers: { "cache-control": "no-store" } });
}
