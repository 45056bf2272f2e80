import type { ReadingContent } from "@/domain/reading/content";
import { factsOf } from "@/domain/reading/facts";
import { readCallRecording } from "./read-call-recording";
import { readChatPicture } from "./read-chat-picture";

/** Reads the plain bytes of a file of a kind that is read (image, audio). Throws when they cannot be unpacked. */
export async function readContent(kind: string, bytes: Buffer): Promise<ReadingContent> {
  if (kind === "audio") return { kind: "sound", ...(await readCallRecording(bytes)) };
  const { script, turns } = await readChatPicture(bytes);
  return { kind: "chat", script, turns, facts: factsOf(turns) };
}
