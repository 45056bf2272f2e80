import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { seedId } from "./ids";
import type { PlannedCase } from "./plan";
import { random } from "./random";
import type { Story } from "./stories";

const FILES = path.resolve("db/seed/files");

/** What a file shows, as far as it bears on the facts of a case; seconds, yuan. */
export interface FileTruth {
  readonly humanRequests?: number;
  readonly reachedHuman?: boolean;
  readonly waitSeconds?: number | null;
  readonly sameReplyRepeated?: number;
  readonly interruptions?: number;
  readonly loopback?: boolean;
  readonly menuDepth?: number;
  readonly queuePlace?: number;
  readonly promptSecond?: number | null;
  /** Of recordings: the seconds at which a human was asked for. */
  readonly requests?: readonly number[];
  readonly humanSecond?: number | null;
  readonly promise?: { readonly words: string; readonly action: string; readonly inDays: number };
  readonly feeYuan?: number;
  readonly lossYuan?: number;
  readonly age?: number;
  readonly lang?: string;
  /** Words of a complaint it goes with, as a pattern. */
  readonly tells?: string;
}

/** A ready-made demo file, as script/make-demo-files wrote it down. */
export interface DemoFile {
  readonly file: string;
  readonly kind: "chat" | "screen" | "call" | "letter" | "terms" | "bill" | "chat_export";
  readonly mime: string;
  readonly sha256: string;
  readonly bytes: number;
  /** What it shows; null: nothing in particular. */
  readonly company: string | null;
  readonly matter: string | null;
  readonly situation: string | null;
  readonly truth: FileTruth;
}

/** A file handed in with a case. */
export interface AttachedFile extends Omit<DemoFile, "kind"> {
  readonly id: string;
  readonly name: string;
  readonly kind: "image" | "audio" | "video" | "pdf" | "text";
  readonly shows: DemoFile["kind"];
  /** Where it was written for this case and lies in no file. */
  readonly content?: Buffer;
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

/** A file fits a case that tells of the same: company, situation, matter, and a chat in the writer's own script. */
function fits(f: DemoFile, plan: PlannedCase): boolean {
  if (f.company !== null && f.company !== plan.company.slug) return false;
  if (f.matter !== null && f.matter !== plan.matter.id) return false;
  if (f.situation !== plan.situation.key) return false;
  if (f.truth.tells && !new RegExp(f.truth.tells).test(plan.story.text)) return false;
  return f.kind !== "chat" || (f.truth.lang ?? "zh-Hans") === plan.lang;
}

/** Comes from the telephone, not from an app. */
export const onPhone = (f: { readonly kind: DemoFile["kind"]; readonly file: string }) =>
  f.kind === "call" || f.file.startsWith("call-log") || f.file.startsWith("通话");

/** The same picture may lie in a few cases, never in many. */
const USES = 7;
const SAYS_SO = /截图|录音|附|图|存了|拍了|记录|截圖|attach|screenshot|kept/i;

/** The files that tell of the same as a case, and by the same channel. */
function fittingFor(plan: PlannedCase, all: readonly DemoFile[]): DemoFile[] {
  const told = toldChannel(plan.story);
  const agrees = (f: DemoFile) => told === null || (f.kind !== "call" && f.kind !== "chat") || (told === "phone") === onPhone(f);
  return plan.course === "declined" ? [] : all.filter((f) => fits(f, plan) && agrees(f));
}

/**
 * Which files each case comes with, by its number: one to four that show what it tells, all from the telephone or none. Newer cases and
 * those that speak of their evidence are served first, and every file lies somewhere; the rest have nothing, as in life.
 */
export function attachAll(plans: readonly PlannedCase[], all: readonly DemoFile[]): Map<number, AttachedFile[]> {
  const used = new Map<string, number>();
  const given = new Map<number, AttachedFile[]>();
  const first = (p: PlannedCase) => (SAYS_SO.test(p.story.text) ? 0 : 1);
  const order = [...plans].sort(
    (a, b) => first(a) - first(b) || (a.filedOn < b.filedOn ? 1 : a.filedOn > b.filedOn ? -1 : b.n - a.n),
  );
  const give = (plan: PlannedCase, always: boolean) => {
    const rng = random(`files of case ${plan.n}`);
    const fitting = rng.shuffled(fittingFor(plan, all).filter((f) => (used.get(f.file) ?? 0) < USES));
    // What lies nowhere yet leads, then the company's own chat or call, then what names nobody.
    const rank = (f: DemoFile) => (used.has(f.file) ? 2 : 0) + (f.company === null || f.kind === "terms" ? 1 : 0);
    const [lead, ...others] = fitting.sort((a, b) => rank(a) - rank(b));
    if (!lead || !(rng.chance(first(plan) === 0 ? 0.9 : 0.6) || always)) return;
    const files = [lead, ...others.filter((f) => onPhone(f) === onPhone(lead)).slice(0, rng.int(0, 3))];
    for (const f of files) used.set(f.file, (used.get(f.file) ?? 0) + 1);
    given.set(
      plan.n,
      files.map((f) => ({
        ...f,
        id: seedId(`file ${plan.n} ${f.file}`),
        name: nameOf(f, rng.int(0, 8_640_000)),
        kind: kindOf(f.mime),
        shows: f.kind,
      })),
    );
  };
  for (const plan of order) give(plan, false);
  for (const plan of order) if (!given.has(plan.n) && fittingFor(plan, all).some((f) => !used.has(f.file))) give(plan, true);
  return given;
}

/** As a phone would have called it. */
function nameOf(f: DemoFile, n: number): string {
  const extension = f.file.slice(f.file.lastIndexOf("."));
  const tail = String(n).padStart(7, "0");
  if (f.kind === "call") return `通话录音_${tail}${extension}`;
  if (f.kind === "chat" || f.kind === "screen")
    return extension === ".png" ? `IMG_${tail.slice(0, 4)}${extension}` : `Screenshot_${tail}${extension}`;
  return { letter: "来信", terms: "退改规则", bill: "账单", chat_export: "聊天记录" }[f.kind] + extension;
}

/** What the attached files show together; the first that shows a thing is believed. */
export function shownBy(files: readonly AttachedFile[]): FileTruth {
  return Object.assign({}, ...[...files].reverse().map((f) => f.truth)) as FileTruth;
}

const PHONE_WORDS = /电话|热线|致电|拨打|音乐|免提|录音|挂断|電話|熱線|語音|on hold|I called|telephone/;
const WRITTEN_WORDS = /聊天|页面|屏幕|打字|App里|点开|点了|截图|頁面|截圖|對話|chat|typed|screen/;

/** The channel somebody's words speak of; null where they speak of both or neither. */
export function toldChannel({ text }: Story): "phone" | "written" | null {
  const phone = PHONE_WORDS.test(text);
  return phone === WRITTEN_WORDS.test(text) ? null : phone ? "phone" : "written";
}

/** The channel the files come from; null where they do not tell. */
export function channelOf(files: readonly AttachedFile[]): "phone" | "written" | null {
  const lead = files[0];
  if (!lead) return null;
  if (onPhone({ kind: lead.shows, file: lead.file })) return "phone";
  return lead.shows === "chat" || lead.file.startsWith("menu") || lead.shows === "chat_export" ? "written" : null;
}
