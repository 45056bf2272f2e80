import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { seedId } from "./ids";
import type { PlannedCase } from "./plan";
import { random } from "./random";

const FILES = path.resolve("db/seed/files");

/** A ready-made demo file, as script/make-demo-files wrote it down. */
export interface DemoFile {
  readonly file: string;
  readonly mime: string;
  readonly sha256: string;
  readonly bytes: number;
  /** What it shows; null: nothing in particular. */
  readonly company: string | null;
  readonly matter: string | null;
  readonly situation: string | null;
}

/** A file handed in with a case. */
export interface AttachedFile extends DemoFile {
  readonly id: string;
  readonly name: string;
  readonly kind: "image" | "audio" | "video" | "pdf" | "text";
}

function kindOf(mime: string): AttachedFile["kind"] {
  const group = mime.split("/")[0];
  if (group === "image" || group === "audio" || group === "video") return group;
  return mime === "application/pdf" ? "pdf" : "text";
}

/** Every demo file. Throws when the manifest is missing: the files lie in the repository. */
export function demoFiles(): DemoFile[] {
  const manifest = path.join(FILES, "manifest.json");
  if (!existsSync(manifest)) throw new Error("db/seed/files/manifest.json is missing");
  return JSON.parse(readFileSync(manifest, "utf8")) as DemoFile[];
}

export function readDemoFile(file: string): Buffer {
  return readFileSync(path.join(FILES, file));
}

/** Which files a case comes with: about half have some, those that show its company and situation before general ones. */
export function attachmentsFor(plan: PlannedCase, all: readonly DemoFile[]): AttachedFile[] {
  const rng = random(`files of case ${plan.n}`);
  const own = all.filter(
    (f) => f.company === plan.company.slug && (f.situation === plan.situation.key || f.matter === plan.matter.id),
  );
  const general = all.filter((f) => f.company === null && f.situation === plan.situation.key);
  const fitting = own.length > 0 ? own : general;
  if (fitting.length === 0 || !rng.chance(0.55)) return [];
  return rng
    .shuffled(fitting)
    .slice(0, rng.int(1, 3))
    .map((f) => ({ ...f, id: seedId(`file ${plan.n} ${f.file}`), name: path.basename(f.file), kind: kindOf(f.mime) }));
}
