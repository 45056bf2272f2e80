import type { Metadata } from "next";
import { requirePage } from "@/app/_server/session";
import { CompanyEntry } from "../../../_register/company-page";
import { companyTitle } from "../../../_register/company-title";

export const dynamic = "force-dynamic";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return companyTitle((await params).slug, ["admin"]);
}

export default async function CompanyPage({ params }: Props) {
  const { slug } = await params;
  await requirePage(["admin"], `/admin/companies/${slug}`);
  return <CompanyEntry base="/admin/companies" slug={slug} />;
}
