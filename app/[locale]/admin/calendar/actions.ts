"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { DomainError } from "@/domain/errors";
import { applyNotice, proposeNotice, withdrawNotice } from "@/services/load-notice";

const id = z.object({ id: z.uuid("not_found") });
const MOST_BYTES = 200_000;

/** Brings in a year's notice; nothing changes until somebody else signs it. */
export const bringNotice = formAction(
  {
    roles: ["admin"],
    schema: z.object({
      year: z.coerce.number("number").int("number").min(2020, "number").max(2039, "number"),
      source: z.string().trim().min(1, "required").max(80, "tooLong"),
      text: z.string().max(MOST_BYTES, "tooLong").default(""),
      file: z.custom<File>((value) => value instanceof File).optional(),
    }),
  },
  async ({ actor, input, now }) => {
    if (input.file && input.file.size > MOST_BYTES) throw new DomainError("invalid", { field: "text", message: "tooLong" });
    const text = input.file && input.file.size > 0 ? await input.file.text() : input.text;
    await proposeNotice(actor, { year: input.year, source: input.source, text }, now);
    refresh();
    return { values: {} };
  },
);

/** The second signature: the notice is loaded and deadlines follow. */
export const signNotice = formAction({ roles: ["admin", "supervisor"], schema: id }, async ({ actor, input, now }) => {
  await applyNotice(actor, input.id, now);
  refresh();
  return {};
});

export const takeBackNotice = formAction({ roles: ["admin"], schema: id }, async ({ actor, input, now }) => {
  await withdrawNotice(actor, input.id, now);
  refresh();
  return {};
});
