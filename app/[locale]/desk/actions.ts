"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { db } from "@/db/client";
import { isDomainError } from "@/domain/errors";
import { DECLINE_GROUNDS } from "@/domain/findings";
import { acceptComplaint } from "@/services/accept-complaint";
import { readCase } from "@/services/case-file";
import { declineComplaint } from "@/services/decline-complaint";
import { assignCase } from "@/services/manage-case";
import { requestSupplement } from "@/services/request-supplement";
import { undoAssignment } from "@/services/undo-assignment";
import { deskAction, sayRefusal } from "./_server/desk-action";

const reference = z.string().regex(/^\d{4}-\d{4}-\d{4,8}$/, "invalid");

/** One act on the chosen cases of the queue, each in a transaction of its own: what one officer was too late for does not stop the others. */
export const actOnChosen = formAction(
  {
    roles: ["officer", "supervisor"],
    schema: z.object({
      act: z.enum(["accept", "assign"]),
      references: z.array(reference).max(100).default([]),
      officerId: z.uuid("required").optional(),
    }),
  },
  async ({ actor, input, now, locale }) => {
    const t = await getTranslations({ locale, namespace: "desk.bulk" });
    if (input.references.length === 0) return { status: "error", formError: t("nothing") };
    const done: string[] = [];
    const failed: string[] = [];
    const undo: Undone[] = [];
    for (const one of input.references) {
      try {
        if (input.act === "accept") await acceptComplaint(actor, one, now);
        else {
          const officerId = input.officerId ?? actor.userId ?? "";
          const before = (await readCase(db(), actor, { reference: one }))?.row.officerId ?? null;
          await assignCase(actor, { reference: one, officerId }, now);
          if (before !== officerId) undo.push({ reference: one, given: officerId, before });
        }
        done.push(one.slice(5));
      } catch (error) {
        if (!isDomainError(error)) throw error;
        failed.push(t("failed", { reference: one.slice(5), why: await sayRefusal(actor, one, error, locale) }));
      }
    }
    refresh();
    const words = { n: done.length, references: done.join(" ") };
    const told = done.length > 0 ? t(input.act === "accept" ? "accepted" : "assigned", words) : "";
    const result = { told, ...(undo.length > 0 ? { undo: JSON.stringify(undo) } : {}) };
    if (failed.length === 0) return { result };
    return { status: "error", formError: [told, ...failed].filter(Boolean).join(" "), result };
  },
);

const undone = z.array(z.object({ reference, given: z.uuid("invalid"), before: z.uuid("invalid").nullable() })).max(100);
type Undone = z.output<typeof undone>[number];

/** Takes the last giving of cases back; one that has been given on since stays where it is. */
export const takeBack = formAction(
  {
    roles: ["officer", "supervisor"],
    schema: z.object({
      undo: z.string().transform((text, context) => {
        const read = undone.safeParse(text.startsWith("[") ? JSON.parse(text) : null);
        if (read.success) return read.data;
        context.addIssue({ code: "custom", message: "invalid" });
        return z.NEVER;
      }),
    }),
  },
  async ({ actor, input, now, locale }) => {
    const t = await getTranslations({ locale, namespace: "desk.bulk" });
    const done: string[] = [];
    const failed: string[] = [];
    for (const one of input.undo) {
      try {
        await undoAssignment(actor, one, now);
        done.push(one.reference.slice(5));
      } catch (error) {
        if (!isDomainError(error)) throw error;
        failed.push(
          t("failed", { reference: one.reference.slice(5), why: await sayRefusal(actor, one.reference, error, locale) }),
        );
      }
    }
    refresh();
    const told = done.length > 0 ? t("undone", { n: done.length, references: done.join(" ") }) : "";
    if (failed.length === 0) return { result: { told } };
    return { status: "error", formError: [told, ...failed].filter(Boolean).join(" "), result: { told } };
  },
);

const lines = z
  .string()
  .transform((text) =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  )
  .refine((items) => items.length > 0, "sayItems")
  .refine((items) => items.length <= 20 && items.every((item) => item.length <= 300), "tooLong");

/** Asks the complainant for what is missing, once, everything in one list; one item a line. */
export const askForSupplement = deskAction(z.object({ reference, items: lines }), async ({ actor, input, now }) => {
  await requestSupplement(actor, { reference: input.reference, items: input.items }, now);
  return undefined;
});

/** Declines with ground, reason and where else to turn. */
export const declineCase = deskAction(
  z.object({
    reference,
    ground: z.enum(DECLINE_GROUNDS, "chooseGround"),
    reason: z.string().trim().min(1, "missing_reason").max(2000, "tooLong"),
    elsewhere: z.string().trim().min(1, "sayElsewhere").max(1000, "tooLong"),
  }),
  async ({ actor, input, now }) => {
    await declineComplaint(actor, input, now);
    return undefined;
  },
);
