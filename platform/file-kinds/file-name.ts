import type { Format } from "./kinds";
import { FORMATS } from "./kinds";

const LONGEST = 120;

/**
 * A name fit to be shown: no folders, no control characters, no signs that turn the reading direction or have no width, no marks
 * a file system forbids, at most 120 characters with the extension kept. Empty when nothing is left.
 */
export function cleanFileName(name: string): string {
  const shown = name
    .normalize("NFC")
    .replace(/^.*[/\\]/s, "")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  const letters = Array.from(shown);
  if (letters.length <= LONGEST) return shown;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(shown)?.[0] ?? "";
  return `${letters.slice(0, LONGEST - extension.length - 1).join("")}…${extension}`;
}

/** The name a file is saved under: that of the person, ending in what the file is, so that nothing opens it as something else. */
export function downloadName(name: string, format: Format): string {
  const { extension } = FORMATS[format];
  const clean = cleanFileName(name) || "evidence";
  const same = new RegExp(`\\.(${[extension, ...(ALSO[format] ?? [])].join("|")})$`, "i");
  return same.test(clean) ? clean : `${clean}.${extension}`;
}

const ALSO: Partial<Record<Format, string[]>> = {
  jpeg: ["jpeg", "jpe", "jfif"],
  heic: ["heif"],
  html: ["htm"],
  ogg: ["oga", "opus"],
  mov: ["qt"],
  mp4: ["m4v"],
  txt: ["log"],
};

/** Content-Disposition for a name with any characters (RFC 6266). */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
