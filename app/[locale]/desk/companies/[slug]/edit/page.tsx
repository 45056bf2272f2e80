import type { Metadata } from "next";
import { requirePage } from "@/app/_server/session";
import { REGISTER_ROLES } from "@/domain/access";
import { companyTitle } from "../../../../_register/company-title";
import { EditEntry } from "../../../../_register/entry-page";

export const dynamic = "force-dynamic";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return companyTitle((await params).slug, REGISTER_ROLES);
}

export default async function EditCompanyPage({ params }: Props) {
  const { slug } = await params;
  await requirePage(REGISTER_ROLES, `/desk/companies/${slug}/edit`);
  return <EditEntry base="/desk/companies" slug={slug} />;
}
