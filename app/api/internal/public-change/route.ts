import { revalidatePath } from "next/cache";
import { NextResponse } from "next/server";
import { z } from "zod";
import { readDb } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { LOCALES } from "@/platform/i18n/routing";
import { keyedHash, sameSecret } from "@/platform/keyed-hash";

const change = z.object({
  rulings: z.array(z.string()).optional(),
  companies: z.array(z.string()).optional(),
  reports: z.array(z.string()).optional(),
  checks: z.array(z.string()).optional(),
  all: z.boolean().optional(),
});

/** Takes word of a public change from this process's own listener (instrumentation.ts) and drops the cached pages it touches. */
export async function POST(request: Request) {
  if (!sameSecret(request.headers.get("x-internal") ?? "", keyedHash("internal", "public-change")))
    return new NextResponse(null, { status: 404 });
  const { rulings = [], companies = [], reports = [], checks = [], all } = change.parse(await request.json());
  if (all) revalidatePath("/", "layout");
  else
    for (const locale of LOCALES) {
      const slugs = await Promise.all(
        companies.filter((id) => id !== "").map(async (id) => (await findCompany(readDb(), { id }))?.slug),
      );
      const paths = [
        "",
        "/rulings",
        "/companies",
        "/overdue",
        "/reports",
        ...rulings.map((n) => `/rulings/${n}`),
        ...slugs.flatMap((s) => [`/companies/${s}`, `/companies/${s}/human`, `/badges/${s}`]),
        "/badges",
        ...checks.flatMap((n) => ["/special-checks", `/special-checks/${n}`]),
        ...reports.map((r) => `/reports/${r}`),
      ];
      for (const path of paths) revalidatePath(`/${locale}${path}`);
    }
  return new NextResponse(null, { status: 204 });
}
