import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const STAMP = ".next/answered-build";
/** What the pages are made from. Tests, demo files and scripts do not count. */
const FOLDERS = ["app", "components", "db", "domain", "messages", "platform", "public", "services"];
const FILES = [
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const LEFT_OUT = /(^|\/)(db\/seed|db\/migrations)(\/|$)|\.test\.tsx?$/;

/** Hash of the sources of the build and of the Node that made it. */
export function sourceHash(): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of [...FOLDERS.flatMap(filesUnder), ...FILES].sort()) {
    if (existsSync(file)) hash.update(`\n${file}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder) || LEFT_OUT.test(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(place);
    return LEFT_OUT.test(place) ? [] : [place];
  });
}

/**
 * Runs `next build` when the sources changed since the last one that ended well; answers whether it did.
 * @throws Error with all that next said, when the build fails.
 */
export async function ensureBuild(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<boolean> {
  const hash = sourceHash();
  if (existsSync(".next/BUILD_ID") && existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return false;
  rmSync(STAMP, { force: true });
  say("Building the pages (next build) …");
  const said: Buffer[] = [];
  const status = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      env: { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => said.push(piece));
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (status !== 0) throw new Error(`${Buffer.concat(said).toString()}\nnext build failed.`);
  writeFileSync(STAMP, hash);
  return true;
}
