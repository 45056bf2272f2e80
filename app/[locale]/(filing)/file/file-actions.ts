"use server";

import { Readable } from "node:stream";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/app/_server/action";
import { draftHolder } from "@/app/_server/filing";
import { db } from "@/db/client";
import { DomainError } from "@/domain/errors";
import { FILING_LIMITS } from "@/domain/filing";
import { openDraft } from "@/services/draft-file";
import { removeDraftEvidence } from "@/services/remove-evidence";
import { takeEvidence } from "@/services/take-evidence";

async function openDraftId(now: Date): Promise<string> {
  const draft = await openDraft(db(), await draftHolder(), now);
  if (!draft || draft.row.complaintId) throw new DomainError("not_found", { message: "draftGone" });
  return draft.row.id;
}

/** One file by plain form, without JavaScript. */
export const sendFile = formAction(
  { roles: "anyone", schema: z.object({ file: z.instanceof(File, { message: "noFile" }) }) },
  async ({ input, now, locale }) => {
    const { file } = input;
    if (file.size === 0) throw new DomainError("invalid", { field: "file", message: "noFile" });
    if (file.size > FILING_LIMITS.formFileBytes) throw new DomainError("invalid", { field: "file", message: "formFileTooBig" });
    const grant = { owner: "draft", id: await openDraftId(now), side: "complainant", userId: null } as const;
    const taken = await takeEvidence(
      grant,
      { name: file.name, bytes: file.size, stream: Readable.fromWeb(file.stream() as never) },
      now,
    );
    if ("refused" in taken) throw new DomainError("limit_reached", { field: "file", message: "fileTooBig" });
    redirect(`/${locale}/file/evidence`);
  },
);

export const removeFile = formAction({ roles: "anyone", schema: z.object({ id: z.uuid() }) }, async ({ input, now, locale }) => {
  await removeDraftEvidence(await openDraftId(now), { id: input.id }, now);
  redirect(`/${locale}/file/evidence`);
});
