import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { PlainSource } from "../file-kinds/kinds";

/** The machine has no ffmpeg: what needs it waits until it is there. */
export class NoFfmpeg extends Error {}

/** Where ffmpeg is, looked for anew each time, so that one installed later is found; null: nowhere. */
export async function ffmpegPath(searched = process.env.PATH ?? ""): Promise<string | null> {
  for (const folder of searched.split(path.delimiter).filter(Boolean)) {
    const file = path.join(folder, "ffmpeg");
    if (
      await access(file, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return file;
  }
  return null;
}

const STEP = 1 << 20;

/**
 * Lets a program of this machine read a sealed file in plain by ranges, under an address nobody can guess, for as long as it is open: nothing in plain
 * touches the disk, and a film of 2 GB is never held in memory.
 */
export async function lend(source: PlainSource): Promise<{ url: string; close(): void }> {
  const secret = randomBytes(24).toString("base64url");
  const server = createServer((request, response) => {
    if (request.url !== `/${secret}`) return void response.writeHead(404).end();
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    const start = Number(from ?? 0);
    const end = Math.min(source.bytes - 1, to ? Number(to) : source.bytes - 1);
    if (start > end) return void response.writeHead(416, { "content-range": `bytes */${source.bytes}` }).end();
    response.writeHead(from === undefined ? 200 : 206, {
      "accept-ranges": "bytes",
      "content-length": end - start + 1,
      ...(from === undefined ? {} : { "content-range": `bytes ${start}-${end}/${source.bytes}` }),
    });
    void (async () => {
      for (let at = start; at <= end && !response.destroyed; at += STEP) {
        const part = await source.read(at, Math.min(end, at + STEP - 1));
        if (!response.write(part)) await new Promise((go) => response.once("drain", go).once("close", go));
      }
      response.end();
    })().catch(() => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/${secret}`, close };
}

/** Runs ffmpeg and answers what it wrote; stopped after `seconds` or beyond `most` bytes. Throws NoFfmpeg, or an error without words of the file. */
export async function runFfmpeg(
  args: readonly string[],
  { seconds, most }: { seconds: number; most: number },
): Promise<{ output: Buffer; told: string }> {
  const program = await ffmpegPath();
  if (!program) throw new NoFfmpeg();
  return new Promise((done, fail) => {
    const child = spawn(program, ["-hide_banner", "-nostdin", "-loglevel", "info", ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const parts: Buffer[] = [];
    let bytes = 0;
    let told = "";
    const timer = setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
    child.stdout.on("data", (part: Buffer) => {
      bytes += part.length;
      if (bytes > most) child.kill("SIGKILL");
      else parts.push(part);
    });
    child.stderr.on("data", (part: Buffer) => {
      if (told.length < 20_000) told += part.toString("latin1");
    });
    child.on("error", () => fail(new Error("ffmpeg could not be started")));
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0) done({ output: Buffer.concat(parts), told });
      else fail(new Error(code === null ? "ffmpeg was stopped" : "ffmpeg could not read the file"));
    });
  });
}

/** What ffmpeg may open and as what: the file lent to it, as the format that was found in it, and nothing that this names. */
export function lentInput(url: string, format: string): string[] {
  const demuxer = { mp4: "mov", mov: "mov", "3gp": "mov", "3ga": "mov", m4a: "mov", webm: "matroska", weba: "matroska" }[format];
  return ["-protocol_whitelist", "http,tcp", ...(demuxer ? ["-f", demuxer] : []), "-i", url];
}
