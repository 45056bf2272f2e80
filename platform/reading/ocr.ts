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

/**
 * Two at work at once, as many as the smallest machine has cores. Two of each pack in use are kept, some 120 MB each: setting one to another pack
 * takes longer than reading two bubbles.
 */
const AT_WORK = 2;
/** Longer than the slowest page of text took by far (seconds 10); what takes longer is broken. */
const SLOWEST_MS = 60_000;

interface Slot {
  readonly pack: Pack;
  readonly worker: Promise<Worker>;
  /** What it is set to expect. */
  as: Shape;
  busy: boolean;
}

let slots: Slot[] = [];
let working = 0;
const waiting: { pack: Pack; begin: () => void }[] = [];
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
  await turn(pack);
  const slot = slotFor(pack);
  let timer: NodeJS.Timeout | undefined;
  try {
    const worker = await slot.worker;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error("The recogniser took too long.")), SLOWEST_MS);
    });
    if (slot.as !== as) await worker.setParameters({ tessedit_pageseg_mode: MODE[as] as never });
    slot.as = as;
    const { data } = await Promise.race([worker.recognize(picture, {}, { text: true, blocks: letters }), late]);
    return { text: data.text, confidence: data.confidence, ...(letters ? { letters: lettersOf(data.blocks) } : {}) };
  } catch (error) {
    slots = slots.filter((one) => one !== slot);
    await end(slot);
    throw error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
    slot.busy = false;
    working -= 1;
    waiting.splice(nextOf(waiting), 1)[0]?.begin();
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
  await Promise.all(slots.splice(0).map(end));
}

async function end(slot: Slot): Promise<void> {
  await slot.worker.then((worker) => worker.terminate()).catch(() => undefined);
}

/** Waits until fewer than two are at work. */
function turn(pack: Pack): Promise<void> {
  if (working >= AT_WORK) return new Promise((done) => waiting.push({ pack, begin: () => begin(done) }));
  return new Promise(begin);
}

function begin(done: () => void): void {
  working += 1;
  done();
}

/** Of those that wait, the first one that finds its pack ready. */
function nextOf(all: readonly { readonly pack: Pack }[]): number {
  return Math.max(
    0,
    all.findIndex(({ pack }) => slots.some((slot) => slot.pack === pack && !slot.busy)),
  );
}

/** A recogniser of this pack that is free, else a new one. */
function slotFor(pack: Pack): Slot {
  const ready = slots.find((slot) => slot.pack === pack && !slot.busy);
  if (ready) ready.busy = true;
  const slot = ready ?? { pack, worker: start(pack), as: "block", busy: true };
  if (!ready) slots.push(slot);
  return slot;
}

async function start(pack: Pack): Promise<Worker> {
  const options = { langPath: shelfOfPacks(), gzip: true, cacheMethod: "none", errorHandler: () => undefined };
  const worker = await createWorker(pack, 1, options);
  // It is always dark on white: nothing has to be tried the other way round.
  const set = { tessedit_pageseg_mode: MODE.block as never, user_defined_dpi: "300", invert_threshold: "0" };
  await worker.setParameters(set as never);
  return worker;
}
