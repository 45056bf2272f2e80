import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { REGISTER_ROLES } from "@/domain/access";
import { RegisterList, type RegisterQuery } from "../../_register/register-list";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("register");
  return { title: t("title") };
}

export default async function RegisterPage({ searchParams }: { searchParams: Promise<RegisterQuery> }) {
  await requirePage(REGISTER_ROLES, "/desk/companies");
  return <RegisterList base="/desk/companies" query={await searchParams} />;
}
