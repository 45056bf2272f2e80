import type { Metadata } from "next";
import { requirePage } from "@/app/_server/session";
import { companyTitle } from "../../../../_register/company-title";
import { EditEntry } from "../../../../_register/entry-page";

export const dynamic = "force-dynamic";

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return companyTitle((await params).slug, ["admin"]);
}

export default async function EditCompanyPage({ params }: Props) {
  const { slug } = await params;
  await requirePage(["admin"], `/admin/companies/${slug}/edit`);
  return <EditEntry base="/admin/companies" slug={slug} />;
}
