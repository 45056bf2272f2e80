import type { Metadata } from "next";
import { requirePage } from "@/app/_server/session";
import { companyTitle } from "../../../../_register/company-title";
import { MergeEntry } from "../../../../_register/merge-page";

export const dynamic = "force-dynamic";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ q?: string; into?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return companyTitle((await params).slug, ["admin"]);
}

export default async function MergeCompanyPage({ params, searchParams }: Props) {
  const { slug } = await params;
  await requirePage(["admin"], `/admin/companies/${slug}/merge`);
  return <MergeEntry base="/admin/companies" slug={slug} query={await searchParams} />;
}
