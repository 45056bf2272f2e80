import type { Metadata } from "next";
import { requirePage } from "@/app/_server/session";
import { REGISTER_ROLES } from "@/domain/access";
import { CompanyEntry } from "../../../_register/company-page";
import { companyTitle } from "../../../_register/company-title";

export const dynamic = "force-dynamic";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return companyTitle((await params).slug, REGISTER_ROLES);
}

export default async function CompanyPage({ params }: Props) {
  const { slug } = await params;
  await requirePage(REGISTER_ROLES, `/desk/companies/${slug}`);
  return <CompanyEntry base="/desk/companies" slug={slug} />;
}
