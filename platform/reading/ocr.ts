import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { createWorker, type Page, type Worker } from "tesseract.js";

export type Pack = "chi_sim" | "chi_tra" | "eng";
/** A block of lines, one line, one word. */
export type Shape = "block" | "line" | "word";
const MODE: Readonly<Record<Shape, string>> = { block: "6", line: "7", word: "8" };

export interface Recognised {
  readonly text: string;
  /** 0 to 100, as the recogniser says. */
  readonly confidence: number;
  /** Each letter with how sure it is, 0 to 100; only when asked for. */
  readonly letters?: readonly { readonly text: string; readonly confidence: number }[];
}

/** Two recognisers at most: each holds some 150 MB, and the machine has other work. */
const SLOTS = 2;
/** Longer than the slowest page of text took by far (seconds 10); what takes longer is broken. */
const SLOWEST_MS = 60_000;

interface Slot {
  worker: Worker | null;
  pack: Pack | null;
  /** What it is set to expect. */
  as: Shape;
  busy: boolean;
}

const slots: Slot[] = Array.from({ length: SLOTS }, () => ({ worker: null, pack: null, as: "block" as const, busy: false }));
const waiting: { pack: Pack; give: (slot: Slot) => void }[] = [];
let shelf: string | undefined;

/** One folder with the three packs (links to the packages'), for the recogniser can be told of one only. */
function shelfOfPacks(): string {
  if (shelf) return shelf;
  const made = mkdtempSync(path.join(tmpdir(), "answered-packs-"));
  const find = createRequire(__filename);
  for (const pack of ["chi_sim", "chi_tra", "eng"]) {
    const home = path.dirname(find.resolve(`@tesseract.js-data/${pack}/package.json`));
    symlinkSync(path.join(home, "4.0.0_best_int", `${pack}.traineddata.gz`), path.join(made, `${pack}.traineddata.gz`));
  }
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  shelf = made;
  return made;
}

/**
 * Reads a block of dark words on white (an encoded picture) with one pack. Recognisers are kept; nothing is fetched.
 * `as`: what shape of words to expect. Throws when the recogniser dies or takes over a minute; it is then replaced.
 */
export async function recognise(
  pack: Pack,
  picture: Buffer,
  { as = "block", letters = false }: { as?: Shape; letters?: boolean } = {},
): Promise<Recognised> {
  const slot = await take(pack);
  let timer: NodeJS.Timeout | undefined;
  try {
    await prepare(slot, pack);
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error("The recogniser took too long.")), SLOWEST_MS);
    });
    const worker = slot.worker as Worker;
    if (slot.as !== as) await worker.setParameters({ tessedit_pageseg_mode: MODE[as] as never });
    slot.as = as;
    const { data } = await Promise.race([worker.recognize(picture, {}, { text: true, blocks: letters }), late]);
    return { text: data.text, confidence: data.confidence, ...(letters ? { letters: lettersOf(data.blocks) } : {}) };
  } catch (error) {
    await slot.worker?.terminate().catch(() => undefined);
    slot.worker = null;
    slot.pack = null;
    throw error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
    release(slot);
  }
}

function lettersOf(blocks: Page["blocks"]) {
  const lines = (blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.flatMap((line) =>
    line.words.flatMap((word) => word.symbols.map(({ text, confidence }) => ({ text, confidence }))),
  );
}

/** Ends the recognisers; the next reading starts new ones. */
export async function endRecognisers(): Promise<void> {
  for (const slot of slots) {
    await slot.worker?.terminate();
    slot.worker = null;
    slot.pack = null;
  }
}

async function prepare(slot: Slot, pack: Pack): Promise<void> {
  if (slot.worker && slot.pack === pack) return;
  if (!slot.worker) {
    const options = { langPath: shelfOfPacks(), gzip: true, cacheMethod: "none", errorHandler: () => undefined };
    slot.worker = await createWorker(pack, 1, options);
  } else await slot.worker.reinitialize(pack, 1);
  slot.pack = pack;
  slot.as = "block";
  await slot.worker.setParameters({ tessedit_pageseg_mode: "6" as never, user_defined_dpi: "300" });
}

function take(pack: Pack): Promise<Slot> {
  const free = slots.filter((slot) => !slot.busy);
  const slot = free.find((one) => one.pack === pack) ?? free.find((one) => !one.worker) ?? free[0];
  if (!slot) return new Promise((give) => waiting.push({ pack, give }));
  slot.busy = true;
  return Promise.resolve(slot);
}

function release(slot: Slot): void {
  const same = waiting.findIndex((one) => one.pack === slot.pack);
  const [next] = waiting.splice(Math.max(same, 0), 1);
  if (next) next.give(slot);
  else slot.busy = false;
}
