import { decodeSound, type Sound } from "@/platform/reading/sound/decode";
import { looksAt } from "@/platform/reading/sound/features";
import { type SoundSegment, segmentsOf } from "@/platform/reading/sound/segments";

/** What a recording holds, without its words: seconds, stretches, and the loudest of each of `peaks.length` equal parts (0 to 1). */
export interface CallReading {
  readonly duration: number;
  readonly segments: readonly SoundSegment[];
  readonly peaks: readonly number[];
}

const PEAKS = 600;

/** Listens to a recording: stretches of speech, of hold and of silence, and its waveform. Throws when it cannot be unpacked. */
export async function readCallRecording(file: string | Uint8Array): Promise<CallReading> {
  return hearSamples(await decodeSound(file));
}

/** The same for sound that is unpacked already. */
export function hearSamples(sound: Sound): CallReading {
  const duration = Math.round(sound.duration * 100) / 100;
  return { duration, segments: segmentsOf(looksAt(sound.samples), duration), peaks: peaksOf(sound) };
}

function peaksOf({ samples }: Sound): number[] {
  const count = Math.min(PEAKS, samples.length);
  return Array.from({ length: count }, (_, i) => {
    let most = 0;
    for (let j = Math.floor((i * samples.length) / count); j < Math.floor(((i + 1) * samples.length) / count); j += 1)
      most = Math.max(most, Math.abs(samples[j] as number));
    return Math.round(Math.min(1, most) * 100) / 100;
  });
}
