import { readFile } from "node:fs/promises";
import decode from "audio-decode";
import { RATE } from "./features";

/** A recording as mono samples at 8 kHz, and its length in seconds. */
export interface Sound {
  readonly duration: number;
  readonly samples: Float32Array;
}

/** Unpacks a recording (MP3, M4A, WAV, OGG, FLAC, AMR, WebM). Throws when the format is none it knows. */
export async function decodeSound(file: string | Uint8Array): Promise<Sound> {
  const bytes = typeof file === "string" ? await readFile(file) : file;
  const heard = (await decode(bytes)) as { sampleRate: number; channelData: Float32Array[] };
  const [first, ...others] = heard.channelData;
  if (!first || first.length === 0) throw new Error("There is no sound in the file.");
  const mono = others.length === 0 ? first : mix([first, ...others]);
  return { duration: mono.length / heard.sampleRate, samples: resample(mono, heard.sampleRate) };
}

function mix(channels: readonly Float32Array[]): Float32Array {
  const out = new Float32Array((channels[0] as Float32Array).length);
  for (const channel of channels)
    for (let i = 0; i < out.length; i += 1) out[i] = (out[i] as number) + (channel[i] ?? 0) / channels.length;
  return out;
}

/** To 8 kHz: each sample is the mean of those it stands for (a plain low pass), or lies between its neighbours. */
function resample(samples: Float32Array, rate: number): Float32Array {
  if (rate === RATE) return samples;
  const step = rate / RATE;
  const out = new Float32Array(Math.floor(samples.length / step));
  for (let i = 0; i < out.length; i += 1) {
    const at = i * step;
    if (step > 1) {
      const from = Math.max(0, Math.floor(at - step / 2));
      const to = Math.min(samples.length, Math.ceil(at + step / 2) + 1);
      let sum = 0;
      for (let j = from; j < to; j += 1) sum += samples[j] as number;
      out[i] = sum / (to - from);
    } else {
      const j = Math.floor(at);
      const part = at - j;
      out[i] = (samples[j] as number) * (1 - part) + (samples[j + 1] ?? (samples[j] as number)) * part;
    }
  }
  return out;
}
