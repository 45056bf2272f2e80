import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { endRecognisers } from "@/platform/reading/ocr";
import { readChatPicture } from "@/services/read-chat-picture";
import { render, type Said, type Sample, samples } from "./chats/render";

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Changes (insertions, deletions, exchanges) from one text to the other. */
export function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] as number;
}

/** Each character with its side, blanks left out: nothing else is made equal (full and half width differ). */
const letters = (turns: readonly Said[]) =>
  turns.flatMap(({ text, side }) => [...text.replace(/\s/g, "")].map((c) => ({ c, side })));

interface Tally {
  wrong: number;
  all: number;
  sidesRight: number;
  sides: number;
  ms: number[];
}
const empty = (): Tally => ({ wrong: 0, all: 0, sidesRight: 0, sides: 0, ms: [] });

/** A turn's side counts as right when some turn read with that side has more than half of its characters in common. */
function sidesOf(want: readonly Said[], got: readonly Said[]): number {
  const free = [...got];
  let right = 0;
  for (const turn of want) {
    const text = [...turn.text.replace(/\s/g, "")];
    const near = free
      .map((one, i) => ({ i, one, share: distance([...one.text.replace(/\s/g, "")], text) / Math.max(1, text.length) }))
      .sort((a, b) => a.share - b.share || a.i - b.i);
    const best = near.find((n) => n.one.side === turn.side && n.share <= (near[0]?.share ?? 1) + 0.001) ?? near[0];
    if (!best || best.share > 0.6) continue;
    if (best.one.side === turn.side) right += 1;
    free.splice(best.i, 1);
  }
  return right;
}

const DEGREES: Readonly<Record<string, (picture: Buffer, width: number) => Promise<Buffer>>> = {
  clean: async (picture) => picture,
  jpeg45: (picture) => sharp(picture).jpeg({ quality: 45 }).toBuffer(),
  small55: (picture, width) =>
    sharp(picture)
      .resize({ width: Math.round(width * 0.55) })
      .png()
      .toBuffer(),
};

/** What came out for one picture at one degree. */
interface Outcome {
  readonly degree: string;
  readonly look: string;
  readonly heldOut: boolean;
  readonly script: string;
  readonly wrong: number;
  readonly all: number;
  readonly right: number;
  readonly sides: number;
  readonly ms: number;
}

/**
 * Reads rendered chats and prints what was right: characters, sides, seconds. `--only WORD`, `--degree clean|jpeg45|small55`, `--keep DIR`, `--wrong`.
 * In pieces: `--out FILE` adds what came out to a file, `--sum FILE` prints it all.
 */
export async function run(args: readonly string[]): Promise<void> {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const only = option("--only");
  const keep = option("--keep");
  const list = samples().filter((one) => !only || one.name.includes(only));
  const degrees = Object.keys(DEGREES).filter((name) => !option("--degree") || option("--degree") === name);
  const sum = option("--sum");
  if (sum) {
    const lines = readFileSync(sum, "utf8").trim().split("\n");
    return report(lines.map((line) => JSON.parse(line) as Outcome));
  }
  const out = option("--out");
  const outcomes: Outcome[] = [];
  const rendered: { sample: Sample; picture: Buffer }[] = [];
  await render(list, async (sample, picture) => void rendered.push({ sample, picture }));
  for (const { sample, picture } of rendered) {
    const { width = 0 } = await sharp(picture).metadata();
    for (const degree of degrees) {
      const given = await (DEGREES[degree] as (typeof DEGREES)[string])(picture, width);
      if (keep) {
        mkdirSync(keep, { recursive: true });
        writeFileSync(path.join(keep, `${sample.name}-${degree}.png`), given);
      }
      const begun = performance.now();
      const { turns } = await readChatPicture(given);
      const ms = performance.now() - begun;
      const want = letters(sample.turns).map((l) => l.c);
      const wrong = distance(
        letters(turns).map((l) => l.c),
        want,
      );
      const right = sidesOf(sample.turns, turns);
      const { name: look, heldOut } = sample.look;
      outcomes.push({
        ...{ degree, look, heldOut, script: sample.script, ms },
        ...{ wrong, all: want.length, right, sides: sample.turns.length },
      });
      if (out) appendFileSync(out, `${JSON.stringify(outcomes.at(-1))}\n`);
      if (args.includes("--wrong") && (wrong > want.length * 0.01 || right < sample.turns.length)) {
        say(
          `${sample.name} ${degree}: ${wrong}/${want.length} wrong, sides ${right}/${sample.turns.length}, ${Math.round(ms)} ms`,
        );
        for (const turn of turns)
          if (!sample.turns.some((t) => t.side === turn.side && t.text.replace(/\s/g, "") === turn.text.replace(/\s/g, "")))
            say(`   ${turn.side} ${turn.confidence}  ${turn.text}`);
      }
    }
  }
  await endRecognisers();
  report(outcomes);
}

function report(outcomes: readonly Outcome[]): void {
  const totals = new Map<string, Tally>();
  for (const one of outcomes) {
    const { degree } = one;
    const held = one.heldOut ? "held out" : "others";
    for (const key of [degree, `${degree}, ${held}`, `${degree}, ${one.look}`, `${degree}, ${one.script}`]) {
      const tally = totals.get(key) ?? empty();
      totals.set(key, tally);
      tally.wrong += one.wrong;
      tally.all += one.all;
      tally.sidesRight += one.right;
      tally.sides += one.sides;
      tally.ms.push(one.ms);
    }
  }
  say(`${outcomes.length} readings; ${os.cpus().length} cores`);
  for (const [key, one] of [...totals].sort(([a], [b]) => a.localeCompare(b))) {
    const ms = one.ms.sort((a, b) => a - b);
    const at = (share: number) => Math.round(ms[Math.min(ms.length - 1, Math.floor(share * ms.length))] as number);
    const percent = (a: number, b: number) => `${((100 * a) / b).toFixed(2)} %`;
    say(
      `${key.padEnd(24)} characters ${percent(one.all - one.wrong, one.all)}  sides ${percent(one.sidesRight, one.sides)}  median ${at(0.5)} ms  p95 ${at(0.95)} ms`,
    );
  }
}
