import { Worker } from "node:worker_threads";
import type { Stretch } from "@/domain/redaction/regions";

/** Seconds of the longest recording that is made anew here; decoding holds all of it in memory. */
export const MAX_SECONDS = 45 * 60;
const HERTZ = 16_000;
const PATIENCE_MS = 10 * 60_000;

// Decoders are large and take whatever a stranger handed in: they run in a thread that can be ended.
const DECODE = `
const { parentPort, workerData } = require("node:worker_threads");
import("audio-decode").then(async ({ default: decode }) => {
  const { channelData, sampleRate } = await decode(workerData.bytes);
  const step = sampleRate / workerData.hertz;
  const length = Math.floor((channelData[0]?.length ?? 0) / step);
  const out = new Int16Array(length);
  for (let i = 0; i < length; i++) {
    const from = Math.floor(i * step), to = Math.max(from + 1, Math.floor((i + 1) * step));
    let sum = 0;
    for (const channel of channelData) for (let j = from; j < to; j++) sum += channel[j] ?? 0;
    out[i] = Math.max(-32768, Math.min(32767, Math.round((sum / ((to - from) * channelData.length)) * 32767)));
  }
  parentPort.postMessage(out, [out.buffer]);
}).catch(() => process.exit(3));
`;

/** A recording as single-channel samples at 16 kHz. Throws when no decoder here can read it. */
export function decodeSound(original: Buffer): Promise<Int16Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(DECODE, {
      eval: true,
      workerData: { bytes: new Uint8Array(original), hertz: HERTZ },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const timer = setTimeout(() => void worker.terminate(), PATIENCE_MS);
    worker.once("message", (samples: Int16Array) => resolve(samples));
    worker.once("error", reject);
    worker.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`no decoder read this recording (${code})`));
    });
  });
}

/** Seconds that decoded samples last. */
export const secondsOf = (samples: Int16Array): number => samples.length / HERTZ;

/**
 * The public copy of a recording: silence where stretches are muted, with half a second before and after, written as plain WAV. It is made of
 * samples alone, so tags, covers and trailing bytes of the original cannot come along.
 */
export function publicSound(samples: Int16Array, stretches: readonly Stretch[]): Buffer {
  const out = Int16Array.from(samples);
  for (const { start, end, on } of stretches)
    if (on) out.fill(0, Math.max(0, Math.floor((start - 0.5) * HERTZ)), Math.min(out.length, Math.ceil((end + 0.5) * HERTZ)));
  const bytes = out.length * 2;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + bytes, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(HERTZ, 24);
  head.writeUInt32LE(HERTZ * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(bytes, 40);
  return Buffer.concat([head, Buffer.from(out.buffer, out.byteOffset, bytes)]);
}
