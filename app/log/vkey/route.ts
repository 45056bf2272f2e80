import { logAnswer } from "@/app/_server/log-answer";
import { logVkey } from "@/services/log-proofs";

export const dynamic = "force-dynamic";

/** The log's public key as one vkey line (C2SP signed-note). */
export function GET(): Response {
  return logAnswer(`${logVkey()}\n`, "text/plain; charset=utf-8", "public, max-age=3600");
}
