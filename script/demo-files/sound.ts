import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { random } from "@/db/seed/random";
import type { CallVoice } from "./call-types";

export const RATE = 16_000;
export type Pcm = Float32Array;

const VOICES: Readonly<Record<CallVoice, readonly string[]>> = {
  menu: ["-v", "cmn+f3", "-s", "172", "-p", "62"],
  bot: ["-v", "cmn+f5", "-s", "180", "-p", "70"],
  agent: ["-v", "cmn+f2", "-s", "168", "-p", "48"],
  user: ["-v", "cmn+m3", "-s", "178", "-p", "40"],
  elder: ["-v", "cmn+m7", "-s", "138", "-p", "30"],
};

/** One sentence spoken by espeak-ng, mono floats at 16 kHz, without the silence around it. */
export function speak(voice: CallVoice, text: string): Pcm {
  const dir = mkdtempSync(join(tmpdir(), "speak-"));
  try {
    const wav = join(dir, "a.wav");
    const raw = join(dir, "a.raw");
    execFileSync("espeak-ng", [...VOICES[voice], "-w", wav, text]);
    execFileSync("ffmpeg", ["-loglevel", "error", "-i", wav, "-ac", "1", "-ar", String(RATE), "-f", "f32le", raw]);
    const bytes = readFileSync(raw);
    const pcm = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    let from = 0;
    let to = pcm.length;
    while (from < to && Math.abs(pcm[from] as number) < 0.01) from++;
    while (to > from && Math.abs(pcm[to - 1] as number) < 0.01) to--;
    const cut = pcm.slice(from, to);
    const peak = cut.reduce((m, v) => Math.max(m, Math.abs(v)), 0.001);
    return cut.map((v) => (v / peak) * (voice === "user" || voice === "elder" ? 0.82 : 0.6));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const tone = (seconds: number, frequencies: readonly number[], level: number): Pcm =>
  Float32Array.from({ length: Math.round(seconds * RATE) }, (_, i) => {
    const edge = Math.min(1, i / 160, (seconds * RATE - i) / 160);
    return edge * level * frequencies.reduce((sum, f) => sum + Math.sin((2 * Math.PI * f * i) / RATE), 0);
  });

/** Ring-back of Chinese exchanges: 450 Hz, one second on. */
export const ring = () => tone(1, [450], 0.28);
/** Busy: 450 Hz, 0.35 s on and off. */
export const busy = (seconds: number): Pcm => {
  const out = new Float32Array(Math.round(seconds * RATE));
  for (let at = 0; at + 0.35 < seconds; at += 0.7) out.set(tone(0.35, [450], 0.3), Math.round(at * RATE));
  return out;
};

const DTMF: Readonly<Record<string, readonly [number, number]>> = {
  1: [697, 1209],
  2: [697, 1336],
  3: [697, 1477],
  4: [770, 1209],
  5: [770, 1336],
  6: [770, 1477],
  7: [852, 1209],
  8: [852, 1336],
  9: [852, 1477],
  0: [941, 1336],
  "*": [941, 1209],
  "#": [941, 1477],
};
export function key(digit: string): Pcm {
  const pair = DTMF[digit];
  if (!pair) throw new Error(`no key ${digit}`);
  return tone(0.18, pair, 0.22);
}

const BARS = [
  [262, 330, 392, 523],
  [220, 262, 330, 440],
  [175, 262, 349, 440],
  [196, 247, 294, 392],
];

/** Hold music made here: a slow arpeggio over four chords, plucked, seven notes of it never the same. */
export function music(seconds: number): Pcm {
  const out = new Float32Array(Math.round(seconds * RATE));
  const rng = random("hold");
  const step = 0.42;
  for (let n = 0; n * step < seconds; n++) {
    const chord = BARS[Math.floor(n / 8) % BARS.length] as number[];
    const f = (chord[n % 8 < 4 ? n % 4 : 3 - (n % 4)] as number) * (rng.chance(0.15) ? 2 : 1);
    const start = Math.round(n * step * RATE);
    for (let i = 0; i < RATE * 1.1 && start + i < out.length; i++) {
      const t = i / RATE;
      out[start + i] =
        (out[start + i] as number) +
        0.13 *
          Math.exp(-3.1 * t) *
          Math.min(1, i / 60) *
          (Math.sin(2 * Math.PI * f * t) + 0.35 * Math.sin(4 * Math.PI * f * t) + 0.12 * Math.sin(6 * Math.PI * f * t));
    }
  }
  return out;
}

const ENCODE = {
  m4a: ["-c:a", "aac", "-b:a", "16k"],
  ogg: ["-c:a", "libopus", "-b:a", "14k", "-application", "voip"],
  mp3: ["-c:a", "libmp3lame", "-b:a", "16k", "-id3v2_version", "0", "-write_xing", "1"],
} as const;

/** Telephone band, a breath of line noise, and the codec; no metadata. */
export function encodeCall(pcm: Pcm, format: keyof typeof ENCODE): Buffer {
  const dir = mkdtempSync(join(tmpdir(), "call-"));
  try {
    const rng = random("line");
    const noisy = pcm.map((v) => Math.max(-1, Math.min(1, v + (rng.next() - 0.5) * 0.006)));
    const raw = join(dir, "in.raw");
    const out = join(dir, `out.${format}`);
    writeFileSync(raw, Buffer.from(noisy.buffer, noisy.byteOffset, noisy.byteLength));
    const band =
      "highpass=f=300:p=2,lowpass=f=3400:p=2,acompressor=threshold=0.25:ratio=3:attack=8:release=90,volume=2.6,alimiter=limit=0.9";
    execFileSync("ffmpeg", [
      "-loglevel",
      "error",
      "-f",
      "f32le",
      "-ar",
      String(RATE),
      "-ac",
      "1",
      "-i",
      raw,
      "-af",
      band,
      ...ENCODE[format],
      "-map_metadata",
      "-1",
      "-fflags",
      "+bitexact",
      "-flags:a",
      "+bitexact",
      out,
    ]);
    return readFileSync(out);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
