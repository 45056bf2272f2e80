import type { Format, Refusal, TextEncoding } from "./kinds";

/** Text and its encoding; null when the bytes are no text in UTF-8, UTF-16 or GB18030. `cut`: the last character may be cut off. */
export function readText(bytes: Buffer, cut = false): { text: string; encoding: TextEncoding } | null {
  for (const encoding of candidates(bytes)) {
    const text = decodeText(bytes, encoding, cut);
    if (text !== null && isText(text, encoding)) return { text, encoding };
  }
  return null;
}

/** Decodes and leaves out the byte order mark; null when a byte does not fit the encoding. */
export function decodeText(bytes: Buffer, encoding: TextEncoding, cut = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return null;
  }
}

function candidates(bytes: Buffer): TextEncoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  const start = bytes.subarray(0, 4096);
  const zeros = (parity: number) => start.filter((byte, i) => byte === 0 && i % 2 === parity).length;
  if (zeros(1) > start.length / 8 && zeros(0) === 0) return ["utf-16le"];
  if (zeros(0) > start.length / 8 && zeros(1) === 0) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}

function isText(text: string, encoding: TextEncoding): boolean {
  if (text.includes("\0")) return false;
  const part = Array.from(text.slice(0, 100_000), (letter) => letter.codePointAt(0) ?? 0);
  if (part.filter(isControl).length > part.length / 1000) return false;
  // GB18030 takes nearly any bytes: what it gives must read like Chinese or ASCII.
  return encoding !== "gb18030" || part.filter(isUsual).length >= part.length * 0.95;
}

const isControl = (code: number) => (code < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b].includes(code)) || code === 0x7f;
const USUAL = [
  [0x09, 0x7e],
  [0xb7, 0xb7],
  [0x2010, 0x2027],
  [0x3000, 0x303f],
  [0x4e00, 0x9fff],
  [0xff00, 0xffef],
] as const;
const isUsual = (code: number) => USUAL.some(([from, to]) => code >= from && code <= to);

const SCRIPT_STARTS =
  /^(<\?php|<%|#!|@echo\s+off|windows registry editor|regedit4|\[internetshortcut\]|\[desktop entry\]|<\?xml[^>]*\?>\s*<\?mso-)/i;
const HTML_START =
  /^(<!doctype\s+html|<html|<head|<body|<title|<meta|<style|<script|<table|<div|<p[\s>]|<ul|<section|<main|<h[1-6][\s>])/i;

/** What a text is: plain, table, JSON, HTML, mail; or why it is not taken. */
export function textFormat(text: string): Format | Refusal {
  const start = text.slice(0, 4096).replace(/^\ufeff?\s*/, "");
  if (SCRIPT_STARTS.test(start)) return "program";
  const bare = start.replace(/^(<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*/i, "");
  if (/^(<!doctype\s+svg|<svg|<!doctype[^>]*svg)/i.test(bare)) return "active_content";
  if (HTML_START.test(bare) || /^<!doctype\s+html/i.test(bare)) return "html";
  if (/^(<\?xml|\{\\rtf|%!PS|<[a-z]+:|<plist)/i.test(start)) return "not_allowed_type";
  if (isMail(start)) return carriesProgram(text) ? "program" : "eml";
  if (/^[[{]/.test(start) && isJson(text)) return "json";
  return isTable(text) ? "csv" : "txt";
}

function isMail(start: string): boolean {
  const head = start.split(/\r?\n\r?\n/)[0] ?? "";
  if (!/^[A-Za-z-]{2,40}:\s/.test(head)) return false;
  const fields =
    head.match(/^(from|to|subject|date|mime-version|received|message-id|return-path|delivered-to|content-type):/gim) ?? [];
  return new Set(fields.map((field) => field.toLowerCase())).size >= 3;
}

const PROGRAM_NAMES =
  /(file)?name\*?=[^\r\n]*\.(exe|scr|com|pif|bat|cmd|vbs|vbe|jse?|wsf|ps1|jar|apk|msi|lnk|hta|docm|xlsm|pptm|iso|img)\b/i;

/** Does a mail carry a program: by the name of an attachment, or by its first bytes (MZ in base64)? */
function carriesProgram(text: string): boolean {
  return (
    PROGRAM_NAMES.test(text) || /content-transfer-encoding:\s*base64[\s\S]{0,800}?\r?\n\r?\n(TVqQ|TVpQ|TVro|f0VMR)/i.test(text)
  );
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text.replace(/^\ufeff/, "")) === "object";
  } catch {
    return false;
  }
}

/** A table: at least two lines, nearly all with the same number of cells, two or more. */
function isTable(text: string): boolean {
  const lines = text.split(/\r?\n/).filter(Boolean).slice(0, 60);
  if (lines.length < 2) return false;
  return [",", "\t", ";"].some((mark) => {
    const cells = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, "").split(mark).length);
    const first = cells[0] ?? 1;
    return first >= 2 && cells.filter((count) => count === first).length >= lines.length * 0.95;
  });
}
