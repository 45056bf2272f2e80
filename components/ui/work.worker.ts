import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { Challenge } from "altcha-lib/types";

/** Works at one challenge and answers its solution, or null. */
addEventListener("message", (event: MessageEvent<Challenge>) => {
  solveChallenge({ challenge: event.data, deriveKey })
    .then((solution) => postMessage(solution))
    .catch(() => postMessage(null));
});
