import { type Challenge, createChallenge, type Payload, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { hmacKey } from "./secrets";

/** Iterations of PBKDF2 a try takes: about 0.4 ms on a desktop, 2 ms on an old phone. */
const COST = 2_000;
/** Tries at difficulty 1; the middle of the span is what a solver does on average. */
const TRIES = { from: 200, to: 600 } as const;
/** How long a challenge may be solved and handed in, seconds of real time. */
const VALID_SECONDS = 2 * 3600;

const secrets = () => ({
  hmacSignatureSecret: hmacKey("challenge").toString("hex"),
  hmacKeySignatureSecret: hmacKey("challenge-key").toString("hex"),
});

/**
 * A challenge for a browser to work at in the background. `difficulty` 1 is about a third of a second on a desktop, 16 about five;
 * `subject` (an opaque word) is what its solution counts for alone.
 */
export async function issueChallenge(difficulty: number, subject: string): Promise<Challenge> {
  const factor = Math.max(1, Math.min(16, Math.round(difficulty)));
  return createChallenge({
    algorithm: "PBKDF2/SHA-256",
    cost: COST,
    counter: randomInt(TRIES.from * factor, TRIES.to * factor),
    deriveKey,
    data: { subject },
    expiresAt: new Date(Date.now() + VALID_SECONDS * 1000),
    ...secrets(),
  });
}

/**
 * Checks a solution (JSON in base64, as the worker hands it in) for `subject`. Answers the challenge's own key, to be spent once, and when
 * it ends; null when it is malformed, altered, expired, wrong, or was made for something else.
 */
export async function checkSolution(payload: string, subject: string): Promise<{ key: string; expiresAt: Date } | null> {
  const parsed = readPayload(payload);
  const signature = parsed?.challenge.signature;
  if (!parsed || !signature || parsed.challenge.parameters.data?.subject !== subject) return null;
  const result = await verifySolution({ challenge: parsed.challenge, solution: parsed.solution, deriveKey, ...secrets() });
  const { expiresAt } = parsed.challenge.parameters;
  return result.verified && expiresAt ? { key: signature, expiresAt: new Date(expiresAt * 1000) } : null;
}

function readPayload(payload: string): Payload | null {
  if (payload === "" || payload.length > 4000) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(payload, "base64").toString("utf8"));
    const { challenge, solution } = value as Partial<Payload>;
    return challenge?.parameters && solution ? { challenge, solution } : null;
  } catch {
    return null;
  }
}
