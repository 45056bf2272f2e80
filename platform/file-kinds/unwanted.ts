import type { Refusal } from "./kinds";

const hex = (text: string) => Buffer.from(text, "hex");
const at = (bytes: Buffer, offset: number, magic: Buffer | string) => {
  const want = typeof magic === "string" ? Buffer.from(magic, "latin1") : magic;
  return bytes.subarray(offset, offset + want.length).equals(want);
};

// Program files, installers and shortcuts that run something.
const PROGRAMS = [
  hex("7f454c46"), // ELF
  hex("feedface"),
  hex("feedfacf"),
  hex("cefaedfe"),
  hex("cffaedfe"), // Mach-O
  hex("cafebabe"), // Java class, Mach-O for several machines
  hex("0061736d"), // WebAssembly
  Buffer.from("dex\n03"),
  hex("4c0000000114020000"), // Windows shortcut
  Buffer.from("Cr24"), // browser extension
];

const ARCHIVES = [
  Buffer.from("Rar!\x1a\x07", "latin1"),
  hex("377abcaf271c"), // 7z
  hex("1f8b08"),
  hex("1f9d"),
  hex("fd377a585a00"),
  hex("28b52ffd"),
  hex("04224d18"),
  Buffer.from("!<arch>\n"),
  hex("edabeedb"),
  hex("60ea"),
];

// Signatures that may begin a text: they count only where binary bytes follow.
const LETTERED = {
  program: ["ITSF", "FWS", "CWS", "ZWS"],
  archive: ["MSCF", "MSWIM", "hsqs", "xar!", "LZIP", "070701", "070702"],
} as const;

/** Programs, archives and office files by their signatures; null when the start of the file is none of these. */
export function unwantedStart(head: Buffer, tail: Buffer): Refusal | null {
  if (at(head, 0, "MZ") && head.subarray(2, 64).includes(0)) return "program";
  if (PROGRAMS.some((magic) => at(head, 0, magic))) return "program";
  if (at(head, 0, "#!") && !at(head, 0, "#!AMR")) return "program";
  if (at(head, 0, hex("504b0304")) || at(head, 0, hex("504b0506")) || at(head, 0, hex("504b0708"))) return zipped(head, tail);
  if (at(head, 0, hex("d0cf11e0a1b11ae1"))) return compound(head, tail);
  if (
    ARCHIVES.some((magic) => at(head, 0, magic)) ||
    at(head, 257, "ustar") ||
    /^-lh[0-7d]-$/.test(head.toString("latin1", 2, 7))
  )
    return "archive";
  if (/^BZh[1-9]1AY&SY/.test(head.toString("latin1", 0, 10))) return "archive";
  const binary = head.subarray(0, 256).includes(0);
  for (const why of ["program", "archive"] as const) if (binary && LETTERED[why].some((magic) => at(head, 0, magic))) return why;
  if (at(head, 32_769, "CD001") || at(tail, tail.length - 512, "koly")) return "archive";
  return null;
}

// A zip may be a program for Java or Android, an office file with or without macros, or just an archive.
function zipped(head: Buffer, tail: Buffer): Refusal {
  const names = Buffer.concat([head, tail]).toString("latin1");
  if (/vbaProject\.bin|\/(macrosheets|activeX)\/|Basic\/script-lb\.xml/.test(names)) return "macro";
  if (/META-INF\/MANIFEST\.MF|AndroidManifest\.xml|classes\.dex|Payload\/[^/]+\.app\//.test(names)) return "program";
  if (/\[Content_Types\]\.xml|mimetypeapplication\/(vnd\.oasis|epub)/.test(names)) return "not_allowed_type";
  return "archive";
}

// The older office formats and Windows installers share one container.
function compound(head: Buffer, tail: Buffer): Refusal {
  const bytes = Buffer.concat([head, tail]);
  const named = (name: string) => bytes.includes(Buffer.from(name, "utf16le"));
  if (named("_VBA_PROJECT") || named("VBA") || named("Macros")) return "macro";
  return bytes.includes(hex("84100c0000000000c000000000000046")) ? "program" : "not_allowed_type";
}

// Words a browser would act on. None of them stands in the bytes of a sound or picture by chance, nor in common metadata.
const MARKUP = /<(script|\?php|html|!doctype html|iframe|svg|object|embed|body)[\s>/]/i;
const EMBEDDED = [
  Buffer.from("Rar!\x1a\x07", "latin1"),
  hex("377abcaf271c"),
  hex("7f454c4602010100"),
  hex("7f454c4601010100"),
  Buffer.from("This program cannot be run in DOS mode"),
  Buffer.from("This program must be run under Win32"),
];

/** Is a second file hidden in this one, that another program would take it for? `whole` when all bytes are at hand. */
export function isPolyglot(format: string, head: Buffer, tail: Buffer, whole?: Buffer): boolean {
  if (endsAsZip(tail)) return true;
  if (format === "pdf") return EMBEDDED.slice(2).some((magic) => tail.includes(magic));
  if (head.subarray(0, 1024).includes("%PDF-")) return true;
  // A length or size field that reads as "/*" makes the file a script to a browser that is told so.
  const field = { jpeg: 4, gif: 6, wav: 4, webp: 4 }[format];
  if (field !== undefined && (at(head, field, "/*") || at(head, field, "=1") || at(head, field, "=/"))) return true;
  const ends = [head, tail];
  if (ends.some((bytes) => MARKUP.test(bytes.toString("latin1")))) return true;
  return (whole ? [whole] : ends).some((bytes) => EMBEDDED.some((magic) => bytes.includes(magic)));
}

/** A zip is found from its end: the end record of a single disk, whose two counts of entries agree. */
function endsAsZip(tail: Buffer): boolean {
  const record = hex("504b050600000000");
  for (let i = tail.indexOf(record); i >= 0; i = tail.indexOf(record, i + 1)) {
    if (i + 22 <= tail.length && tail.readUInt16LE(i + 8) === tail.readUInt16LE(i + 10)) return true;
  }
  return false;
}

const ARCHIVE_EXTENSIONS = /^(zip|tar|rar|gz|bz2|7z|dmg|xz|cab|ar|lz|Z|lzh|zst|arj|cpio|ace|lz4|tar\.gz|deb|rpm)$/;
const PROGRAM_EXTENSIONS = /^(exe|elf|macho|swf|wasm|class|jar|apk|lnk|crx|xpi|asar|chm|alias|nes)$/;
const MACRO_EXTENSIONS = /^(docm|xlsm|pptm|dotm|xltm|potm|ppsm)$/;

/** The reason for a type that file-type knows and the portal does not take. */
export function refusalFor(extension: string | undefined): Refusal {
  if (extension && ARCHIVE_EXTENSIONS.test(extension)) return "archive";
  if (extension && PROGRAM_EXTENSIONS.test(extension)) return "program";
  return extension && MACRO_EXTENSIONS.test(extension) ? "macro" : "not_allowed_type";
}
