import net from "node:net";
import type { Readable } from "node:stream";

/** `not_scanned` is said to the person and the officer as it is: no scanner, or it did not answer. */
export type ScanResult =
  | { scan: "clean" }
  | { scan: "infected"; signature: string }
  | { scan: "not_scanned"; why: "no_scanner" | "too_large" | "unreachable" };

export interface Clamd {
  /** Host name, or the path of a socket when it begins with a slash. */
  host: string;
  port: number;
  /** Milliseconds without any answer or progress after which the scanner counts as unreachable. */
  patience?: number;
}

/** The scanner named in the environment: CLAMAV_HOST (host, host:port or /path/of/socket) and CLAMAV_PORT (default 3310); null without. */
export function clamdFromEnv(env: { CLAMAV_HOST?: string; CLAMAV_PORT?: string }): Clamd | null {
  const host = env.CLAMAV_HOST?.trim();
  if (!host) return null;
  const [, name, port] = /^([^/:]+):(\d+)$/.exec(host) ?? [];
  return { host: name ?? host, port: Number(port ?? env.CLAMAV_PORT ?? 3310) };
}

/** Sends plain bytes to clamd (INSTREAM) and says what it found. Never throws: a scanner that fails leaves the file not scanned. */
export async function scanStream(stream: Readable, clamd: Clamd | null): Promise<ScanResult> {
  if (!clamd) {
    stream.destroy();
    return { scan: "not_scanned", why: "no_scanner" };
  }
  try {
    return read(await instream(stream, clamd));
  } catch {
    return { scan: "not_scanned", why: "unreachable" };
  } finally {
    stream.destroy();
  }
}

function read(answer: string): ScanResult {
  const found = /^stream: (.+) FOUND$/.exec(answer);
  if (found?.[1]) return { scan: "infected", signature: found[1] };
  if (answer === "stream: OK") return { scan: "clean" };
  return { scan: "not_scanned", why: answer.includes("size limit") ? "too_large" : "unreachable" };
}

async function instream(stream: Readable, clamd: Clamd): Promise<string> {
  const socket = clamd.host.startsWith("/") ? net.connect(clamd.host) : net.connect(clamd.port, clamd.host);
  const answer = answerOf(socket, clamd.patience ?? 30_000);
  const sent = send(stream, socket);
  // When the limit is reached clamd answers and closes while bytes are still being sent.
  sent.catch(() => undefined);
  try {
    return await Promise.race([answer, sent.then(() => answer)]);
  } finally {
    socket.destroy();
  }
}

async function send(stream: Readable, socket: net.Socket): Promise<void> {
  socket.write("zINSTREAM\0");
  for await (const piece of stream) {
    const bytes = piece as Buffer;
    if (bytes.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    socket.write(length);
    if (!socket.write(bytes)) await drained(socket);
  }
  socket.write(Buffer.alloc(4));
}

function drained(socket: net.Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (then: () => void) => () => {
      socket.off("drain", onDrain).off("close", onClose);
      then();
    };
    const onDrain = done(resolve);
    const onClose = done(() => reject(new Error("the scanner hung up")));
    socket.on("drain", onDrain).on("close", onClose);
  });
}

function answerOf(socket: net.Socket, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    socket.setTimeout(patience, () => reject(new Error("the scanner does not answer")));
    socket.on("data", (piece) => {
      answer += piece.toString();
      if (answer.includes("\0")) resolve(answer.slice(0, answer.indexOf("\0")).trim());
    });
    socket.on("error", reject);
    socket.on("close", () => (answer ? resolve(answer.trim()) : reject(new Error("the scanner hung up"))));
  });
}
