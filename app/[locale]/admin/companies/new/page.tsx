import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/app/_server/session";
import { NewEntry } from "../../../_register/entry-page";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("register");
  return { title: t("new") };
}

export default async function NewCompanyPage({ searchParams }: { searchParams: Promise<{ name?: string }> }) {
  await requirePage(["admin"], "/admin/companies/new");
  const { name } = await searchParams;
  return <NewEntry base="/admin/companies" {...(name ? { name } : {})} />;
}
