import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { RegisterList, type RegisterQuery } from "../../_register/register-list";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("register");
  return { title: t("title") };
}

export default async function RegisterPage({ searchParams }: { searchParams: Promise<RegisterQuery> }) {
  await requirePage(["admin"], "/admin/companies");
  return <RegisterList base="/admin/companies" query={await searchParams} />;
}
