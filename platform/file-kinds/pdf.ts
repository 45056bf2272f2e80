import { constants, inflateSync } from "node:zlib";
import type { PlainSource, Refusal } from "./kinds";
import { needsPassword } from "./pdf-lock";

const WINDOW = 8 * 1024 * 1024;
const OVERLAP = 256 * 1024;
const ACTIVE =
  /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Rendition|Movie|Sound|3D)(?![A-Za-z])/;

/**
 * A PDF with script, forms that send, or attached files is kept: company letters and statements often carry some, and refusing
 * them would lose evidence. It is marked active, served as an attachment only, and shown as pictures of its pages. One that asks
 * for a password is refused, as no officer could read it; one that only forbids printing or copying is taken.
 */
export async function examinePdf(source: PlainSource, head: Buffer, tail: Buffer): Promise<{ active: boolean } | Refusal> {
  if (!/%%EOF|startxref/.test(tail.toString("latin1"))) return "damaged";
  let active = false;
  let encrypted = false;
  for (let at = 0; at < source.bytes; at += WINDOW) {
    const bytes = await source.read(Math.max(0, at - OVERLAP), at + WINDOW - 1);
    const text = bytes.toString("latin1");
    active ||= acts(text) || objectStreams(bytes, text).some(acts);
    encrypted ||= text.includes("/Encrypt");
  }
  if (encrypted && source.bytes <= WINDOW * 4 && needsPassword((await source.read(0, source.bytes - 1)).toString("latin1")))
    return "locked";
  return { active: active || acts(head.toString("latin1")) };
}

// In a name any letter may be written as #xx.
const acts = (text: string) =>
  ACTIVE.test(text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));

/** The inflated text of object streams, where newer PDFs keep their dictionaries. */
function objectStreams(bytes: Buffer, text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/\/ObjStm[\s\S]{0,600}?stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf("endstream", start);
    if (end < 0 || found.length >= 2000) continue;
    try {
      const options = { maxOutputLength: 4 * 1024 * 1024, finishFlush: constants.Z_SYNC_FLUSH };
      found.push(inflateSync(bytes.subarray(start, end), options).toString("latin1"));
    } catch {
      // Encrypted, or packed in a way this does not read: what it holds is not known, and the pages are shown as pictures anyway.
    }
  }
  return found;
}
