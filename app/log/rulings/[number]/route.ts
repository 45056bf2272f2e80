import { logAnswer, notInLog } from "@/app/_server/log-answer";
import { readDb } from "@/db/client";
import { proveRuling } from "@/services/serve-log";

export const dynamic = "force-dynamic";

/** What a published ruling proves in the log: its public events with salts, proofs and the checkpoint they lead to. */
export async function GET(_request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const { number } = await params;
  const proof = /^\d{4}-\d{5,}$/.test(number) ? await proveRuling(readDb(), number) : null;
  if (!proof) return notInLog();
  return logAnswer(`${JSON.stringify(proof, null, 2)}\n`, "application/json; charset=utf-8", "public, max-age=60");
}
