import type { Metadata } from "next";
import { requirePage } from "@/app/_server/session";
import { REGISTER_ROLES } from "@/domain/access";
import { companyTitle } from "../../../../_register/company-title";
import { MergeEntry } from "../../../../_register/merge-page";

export const dynamic = "force-dynamic";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ q?: string; into?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return companyTitle((await params).slug, REGISTER_ROLES);
}

export default async function MergeCompanyPage({ params, searchParams }: Props) {
  const { slug } = await params;
  await requirePage(REGISTER_ROLES, `/desk/companies/${slug}/merge`);
  return <MergeEntry base="/desk/companies" slug={slug} query={await searchParams} />;
}
