import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";

/** Why a reading ended without a result: it took too long, took its process down, or the file is none that can be read. */
export type ReadingFault = "timeout" | "crashed" | "unreadable";

export class ReadingFailed extends Error {
  constructor(readonly why: ReadingFault) {
    super(`reading failed: ${why}`);
  }
}

export interface ReadingRequest {
  readonly kind: string;
  /** Of the examination: format, encoding. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
}

/** Memory of the reading process (MB), and how long it is kept without work. */
const MEMORY_MB = 1_200;
const IDLE_MS = 60_000;
let reader: ChildProcess | undefined;
let idle: NodeJS.Timeout | undefined;

/**
 * Reads a file in a process of its own, so that one that hangs, crashes a decoder or eats the memory takes nothing with it. The process is
 * kept for the next file. `seconds`: how long it may take. Throws ReadingFailed.
 */
export async function readApart<T>(entry: string, request: ReadingRequest, seconds: number): Promise<T> {
  clearTimeout(idle);
  const child = reader?.connected ? reader : start(entry);
  reader = child;
  try {
    return await new Promise<T>((done, fail) => {
      const timer = setTimeout(() => over(() => fail(new ReadingFailed("timeout"))), seconds * 1000);
      const onMessage = (message: { ok: boolean; content?: T }) =>
        over(() => (message.ok ? done(message.content as T) : fail(new ReadingFailed("unreadable"))));
      const onExit = () => over(() => fail(new ReadingFailed("crashed")));
      const over = (then: () => void) => {
        clearTimeout(timer);
        child.off("message", onMessage);
        child.off("exit", onExit);
        then();
      };
      child.on("message", onMessage);
      child.on("exit", onExit);
      child.send(request, (error) => error && onExit());
    });
  } catch (error) {
    if (error instanceof ReadingFailed && error.why !== "unreadable") endReader();
    throw error;
  } finally {
    idle = setTimeout(endReader, IDLE_MS);
    idle.unref();
  }
}

function start(entry: string): ChildProcess {
  const child = fork(path.resolve(entry), {
    execArgv: ["--import", "tsx", `--max-old-space-size=${MEMORY_MB}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  child.unref();
  (child.channel as unknown as { unref?(): void })?.unref?.();
  return child;
}

/** Ends the reading process, if there is one. */
export function endReader(): void {
  clearTimeout(idle);
  reader?.kill("SIGKILL");
  reader = undefined;
}
