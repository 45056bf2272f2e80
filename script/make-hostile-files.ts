import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MEDIA } from "./hostile/media";
import { NAMES, PAPERS } from "./hostile/papers";
import { PICTURES } from "./hostile/pictures";
import { PROGRAMS } from "./hostile/programs";
import type { HostileFile, HostileSpec } from "./hostile/types";

export type { Expected, HostileFile } from "./hostile/types";

const ALL: readonly HostileSpec[] = [...PROGRAMS, ...PICTURES, ...PAPERS, ...MEDIA, ...NAMES];

/**
 * Writes every hostile file into `dir` (made if need be) under its id, and tells what is expected of each. They are made when a test
 * runs and never committed. About 25 MB together.
 */
export async function hostileFiles(dir: string): Promise<HostileFile[]> {
  mkdirSync(dir, { recursive: true });
  const files: HostileFile[] = [];
  for (const { bytes, ...spec } of ALL) {
    const content = await bytes();
    const path = join(dir, `${spec.id}.bin`);
    writeFileSync(path, content);
    files.push({ ...spec, path, size: content.length });
  }
  return files;
}
