import { readFileSync } from "node:fs";
import { type HostileSpec, refused, taken } from "./types";

const sample = (name: string) => readFileSync(`platform/file-kinds/samples/${name}`);
const cut = (name: string, share: number) => () => {
  const bytes = sample(name);
  return bytes.subarray(0, Math.max(16, Math.floor(bytes.length * share)));
};
/** A file whose size field, a 32 bit number at `at`, claims far more than there is. */
const lying = (name: string, at: number, little: boolean) => () => {
  const bytes = Buffer.from(sample(name));
  if (little) bytes.writeUInt32LE(0x7fff_fff0, at);
  else bytes.writeUInt32BE(0x7fff_fff0, at);
  return bytes;
};

/** Recordings and films that end in the middle, or lie about how long they are: taken as far as they go, or refused as damaged. */
// biome-ignore format: one file a line
export const MEDIA: readonly HostileSpec[] = [
  { id: "mp3-cut", name: "录音.mp3", bytes: cut("tone.mp3", 0.4), expect: [taken("mp3"), refused("damaged")] },
  { id: "m4a-cut", name: "录音.m4a", bytes: cut("tone.m4a", 0.5), expect: [refused("damaged"), taken("m4a")] },
  { id: "aac-cut", name: "录音.aac", bytes: cut("tone.aac", 0.5), expect: [taken("aac"), refused("damaged")] },
  { id: "ogg-cut", name: "录音.ogg", bytes: cut("tone.ogg", 0.5), expect: [taken("ogg"), refused("damaged")] },
  { id: "flac-cut", name: "录音.flac", bytes: cut("tone.flac", 0.5), expect: [taken("flac"), refused("damaged")] },
  { id: "wav-cut", name: "录音.wav", bytes: cut("tone.wav", 0.5), expect: [taken("wav"), refused("damaged")] },
  { id: "wav-lying", name: "录音.wav", bytes: lying("tone.wav", 40, true), expect: [taken("wav"), refused("damaged")] },
  { id: "mp4-cut", name: "录屏.mp4", bytes: cut("film.mp4", 0.5), expect: [refused("damaged"), taken("mp4")] },
  { id: "mp4-lying", name: "录屏.mp4", bytes: lying("film.mp4", 0, false), expect: [refused("damaged"), refused("not_allowed_type"), taken("mp4")] },
  { id: "mov-cut", name: "录屏.mov", bytes: cut("film.mov", 0.5), expect: [refused("damaged"), taken("mov")] },
  { id: "webm-cut", name: "录屏.webm", bytes: cut("film.webm", 0.5), expect: [taken("webm"), refused("damaged")] },
  { id: "3gp-cut", name: "录屏.3gp", bytes: cut("film.3gp", 0.5), expect: [refused("damaged"), taken("3gp")] },
  { id: "pdf-half", name: "账单.pdf", bytes: cut("plain.pdf", 0.5), expect: [refused("damaged"), taken("pdf")] },
];
