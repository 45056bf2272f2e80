"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { REGISTER_ROLES } from "@/domain/access";
import { COMPANY_NAME_MAX } from "@/domain/register-entry";
import { addAlias, dropAlias } from "@/services/change-aliases";
import { changeCompany } from "@/services/change-company";
import { createCompany } from "@/services/create-company";
import { declareExposure } from "@/services/declare-exposure";
import { mergeCompanies } from "@/services/merge-companies";
import { REGISTER_BASES } from "./places";

const roles = REGISTER_ROLES;
const base = z.enum(REGISTER_BASES);
const text = z.string().default("");
const entry = {
  name: z.string().trim().min(1, "required").max(COMPANY_NAME_MAX, "tooLong"),
  nameHant: text,
  nameEn: text,
  sector: z.string().min(1, "required"),
  sizeClass: z.string().min(1, "required"),
  serviceEmail: text,
  servicePhone: text,
  pledgeSignedOn: text,
};

/** Enters a company and leads to its page. */
export const registerCompany = formAction(
  { roles, schema: z.object({ ...entry, base, aliases: text }) },
  async ({ actor, input, now, locale }) => {
    const { slug } = await createCompany(actor, { ...input, aliases: input.aliases.split(/\r?\n|[、;；]/) }, now);
    redirect(`/${locale}${input.base}/${slug}`);
  },
);

export const saveEntry = formAction(
  { roles, schema: z.object({ ...entry, base, id: z.string(), slug: z.string() }) },
  async ({ actor, input, now, locale }) => {
    await changeCompany(actor, input, now);
    redirect(`/${locale}${input.base}/${encodeURIComponent(input.slug)}`);
  },
);

export const saveAlias = formAction(
  { roles, schema: z.object({ companyId: z.string(), alias: text }) },
  async ({ actor, input, now }) => {
    await addAlias(actor, input, now);
    refresh();
    return { values: {} };
  },
);

export const takeAlias = formAction(
  { roles, schema: z.object({ companyId: z.string(), aliasId: z.uuid("not_found") }) },
  async ({ actor, input, now }) => {
    await dropAlias(actor, input, now);
    refresh();
  },
);

export const saveExposure = formAction(
  { roles, schema: z.object({ companyId: z.string(), quarter: text, contacts: text, source: text, audited: text }) },
  async ({ actor, input, now }) => {
    await declareExposure(actor, { ...input, audited: input.audited === "yes" }, now);
    refresh();
    return { values: {} };
  },
);

export const merge = formAction(
  {
    roles,
    schema: z.object({
      fromId: z.string(),
      intoId: z.string(),
      reason: z.string().trim().min(1, "missing_reason").max(300, "tooLong"),
      base,
    }),
  },
  async ({ actor, input, now, locale }) => {
    const { slug } = await mergeCompanies(actor, input, now);
    redirect(`/${locale}${input.base}/${slug}`);
  },
);
