import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { currentActor } from "@/app/_server/session";
import { db } from "@/db/client";
import { findCompany } from "@/db/queries/companies";
import { admit } from "@/domain/access";
import type { Role } from "@/domain/actors";
import { nameIn } from "@/domain/company-register";

/** The company's name as a title, for those who may see the page at all. */
export async function companyTitle(slug: string, roles: readonly Role[]): Promise<Metadata> {
  if (admit(await currentActor(), roles) !== "in") return {};
  const company = await findCompany(db(), { slug });
  return company ? { title: nameIn(company, await getLocale()) } : {};
}
