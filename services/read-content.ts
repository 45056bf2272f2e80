import type { ReadingContent, SoundContent } from "@/domain/reading/content";
import { factsOf } from "@/domain/reading/facts";
import { turnsOfText } from "@/domain/reading/text-turns";
import { heicToPng } from "@/platform/derivatives/heic";
import type { Format, TextEncoding } from "@/platform/file-kinds/kinds";
import { readPaper } from "@/platform/reading/paper";
import { hearSamples, readCallRecording } from "./read-call-recording";
import { readChatPicture } from "./read-chat-picture";
import { readExport } from "./read-export";

/** What the examination found out about the file. */
export interface FileFacts {
  readonly format?: Format;
  readonly encoding?: TextEncoding;
}

/** Reads the plain bytes of a file in memory (image, audio, pdf, text). Throws when they cannot be unpacked. */
export async function readContent(kind: string, bytes: Buffer, facts: FileFacts = {}): Promise<ReadingContent> {
  if (kind === "audio") return { kind: "sound", ...(await readCallRecording(bytes)) };
  if (kind === "text") return readExport(bytes, facts.format ?? "txt", facts.encoding);
  if (kind === "pdf") {
    const pages = await readPaper(bytes);
    return { kind: "paper", pages, turns: turnsOfText(pages.join("\n")) };
  }
  const { script, turns } = await readChatPicture(facts.format === "heic" ? await heicToPng(bytes) : bytes);
  return { kind: "chat", script, turns, facts: factsOf(turns) };
}

/** Listens to samples (16 bit, mono, 8 kHz). */
export function listenTo(samples: Buffer): SoundContent {
  const heard = new Float32Array(Math.floor(samples.length / 2));
  for (let i = 0; i < heard.length; i += 1) heard[i] = samples.readInt16LE(i * 2) / 32_768;
  return hearSamples({ duration: heard.length / 8_000, samples: heard });
}
