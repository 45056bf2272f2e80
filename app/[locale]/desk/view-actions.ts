"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { DESK_VIEWS, readQueueFilter } from "@/domain/desk-queue";
import { raiseView, removeView, saveView } from "@/services/queue-views";

const roles = ["officer", "supervisor"] as const;
const one = z.object({ id: z.uuid("invalid") });

/** Keeps the filter of the page under a name. */
export const keepView = formAction(
  {
    roles,
    schema: z.object({
      name: z.string().trim().min(1, "required").max(40, "tooLong"),
      view: z.enum(DESK_VIEWS, "invalid"),
      query: z.string().max(1000).default(""),
      shared: z.literal("yes").optional(),
    }),
  },
  async ({ actor, input }) => {
    const filter = readQueueFilter(Object.fromEntries(new URLSearchParams(input.query)));
    await saveView(actor, { name: input.name, view: input.view, filter, shared: input.shared === "yes" });
    refresh();
    return { values: {} };
  },
);

/** Deletes one's own view. */
export const dropView = formAction({ roles, schema: one }, async ({ actor, input }) => {
  await removeView(actor, input.id);
  refresh();
  return undefined;
});

/** Puts one's own view a place further up. */
export const liftView = formAction({ roles, schema: one }, async ({ actor, input }) => {
  await raiseView(actor, input.id);
  refresh();
  return undefined;
});
