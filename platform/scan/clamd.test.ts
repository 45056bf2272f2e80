import net, { type AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { type Clamd, clamdFromEnv, scanStream } from "./clamd";

let server: net.Server | undefined;
afterEach(() => server?.close());

/** A scanner of a few lines: reads the protocol as clamd does and answers by what it was sent. */
async function scanner(verdict: (bytes: Buffer) => string | null, limit = Number.POSITIVE_INFINITY): Promise<Clamd> {
  server = net.createServer((socket) => {
    let all = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (piece) => {
      all = Buffer.concat([all, piece]);
      const start = all.indexOf(0) + 1;
      if (start === 0) return;
      const pieces: Buffer[] = [];
      for (let at = start; at + 4 <= all.length; ) {
        const length = all.readUInt32BE(at);
        if (length === 0) {
          const answer = verdict(Buffer.concat(pieces));
          if (answer !== null) socket.end(`${answer}\0`);
          return;
        }
        pieces.push(all.subarray(at + 4, at + 4 + length));
        at += 4 + length;
      }
      if (all.length > limit) socket.end("INSTREAM size limit exceeded. ERROR\0");
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return { host: "127.0.0.1", port: (server.address() as AddressInfo).port, patience: 300 };
}

const stream = (text: string) => Readable.from([Buffer.from(text)]);
const EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

describe("the scanner", () => {
  const byContent = (bytes: Buffer) => (bytes.includes("EICAR") ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");

  it("finds, and finds nothing", async () => {
    expect(await scanStream(stream(EICAR), await scanner(byContent))).toEqual({
      scan: "infected",
      signature: "Eicar-Test-Signature",
    });
    server?.close();
    expect(await scanStream(stream("harmless"), await scanner(byContent))).toEqual({ scan: "clean" });
  });

  it("gets every byte of a long stream", async () => {
    const clamd = await scanner((bytes) => (bytes.length === 5_000_000 ? "stream: OK" : "stream: Short FOUND"));
    const pieces = Array.from({ length: 50 }, () => Buffer.alloc(100_000, 1));
    expect(await scanStream(Readable.from(pieces), { ...clamd, patience: 5000 })).toEqual({ scan: "clean" });
  });

  it("that has a size limit leaves a larger file not scanned", async () => {
    const pieces = Array.from({ length: 300 }, () => Buffer.alloc(100_000, 1));
    expect(await scanStream(Readable.from(pieces), await scanner(byContent, 1000))).toMatchObject({ scan: "not_scanned" });
  });

  it("that is silent, gone, or not there is never taken for clean", async () => {
    expect(await scanStream(stream("x"), await scanner(() => null))).toEqual({ scan: "not_scanned", why: "unreachable" });
    expect(await scanStream(stream("x"), await scanner(() => ""))).toEqual({ scan: "not_scanned", why: "unreachable" });
    expect(await scanStream(stream("x"), { host: "/nowhere/clamd.sock", port: 0 })).toEqual({
      scan: "not_scanned",
      why: "unreachable",
    });
    expect(await scanStream(stream("x"), null)).toEqual({ scan: "not_scanned", why: "no_scanner" });
  });

  it("is named in the environment", () => {
    expect(clamdFromEnv({})).toBeNull();
    expect(clamdFromEnv({ CLAMAV_HOST: "clam" })).toEqual({ host: "clam", port: 3310 });
    expect(clamdFromEnv({ CLAMAV_HOST: "clam:3311" })).toEqual({ host: "clam", port: 3311 });
    expect(clamdFromEnv({ CLAMAV_HOST: "/run/clamd.sock" })).toEqual({ host: "/run/clamd.sock", port: 3310 });
  });
});
