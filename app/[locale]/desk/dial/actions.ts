"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { closeDialContact, correctDialTest, recordDialTest, withdrawDialTest } from "@/services/record-dial-test";

const text = z.string().default("");
const list = z.array(z.string()).default([]);
const typed = {
  contactPoint: text,
  day: text,
  time: text,
  stepKinds: list,
  stepWords: list,
  humanRequests: text,
  connected: text,
  seconds: text,
  prompted: text,
  promptSecond: text,
  menuSkippable: text,
  gates: list,
  priorityOffered: text,
};

/** Writes a contact of the plan down and leads to its record, where the recording is added. */
export const record = formAction(
  { roles: ["officer"], schema: z.object({ ...typed, contactKey: z.string() }) },
  async ({ actor, input, now, locale }) => {
    const test = await recordDialTest(actor, input, now);
    redirect(`/${locale}/desk/dial/${test.id}`);
  },
);

export const correct = formAction(
  { roles: ["officer"], schema: z.object({ ...typed, testId: z.string(), reason: text }) },
  async ({ actor, input, now }) => {
    await correctDialTest(actor, input, now);
    refresh();
    return {};
  },
);

export const withdraw = formAction(
  { roles: ["officer"], schema: z.object({ testId: z.string(), reason: text }) },
  async ({ actor, input, now, locale }) => {
    await withdrawDialTest(actor, input, now);
    redirect(`/${locale}/desk/dial`);
  },
);

/** The company turned out not to have the channel. */
export const close = formAction(
  { roles: ["officer"], schema: z.object({ contactKey: z.string() }) },
  async ({ actor, input, now, locale }) => {
    await closeDialContact(actor, input.contactKey, now);
    redirect(`/${locale}/desk/dial`);
  },
);
