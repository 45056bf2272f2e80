import { logAnswer } from "@/app/_server/log-answer";
import { db } from "@/db/client";
import { checkpointNote, currentCheckpoint } from "@/services/log-proofs";

export const dynamic = "force-dynamic";

/** The newest checkpoint as a signed note (C2SP tlog-checkpoint). */
export async function GET(): Promise<Response> {
  return logAnswer(checkpointNote(await currentCheckpoint(db())), "text/plain; charset=utf-8", "public, max-age=5");
}
