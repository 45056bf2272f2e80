import { readFileSync } from "node:fs";
import path from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { examine } from "./examine";
import { type Accepted, type Examination, type Format, plainBuffer } from "./kinds";
import { box, hex, zip } from "./made-files.fixture";

const sample = (name: string) => readFileSync(path.join(import.meta.dirname, "samples", name));
const look = (bytes: Buffer | string) => examine(plainBuffer(Buffer.from(bytes as string)));
const why = (found: Examination) => (found.ok ? `taken as ${found.format}` : found.why);
const pictures: Partial<Record<Format, Buffer>> = {};
beforeAll(async () => {
  const drawn = () => sharp({ create: { width: 60, height: 40, channels: 3, background: "#a33" } });
  for (const format of ["png", "jpeg", "webp", "avif", "gif"] as const)
    pictures[format] = await drawn().toFormat(format).toBuffer();
  pictures.heic = Buffer.concat([
    box("ftyp", "heic\0\0\0\0mif1heic"),
    box("meta", box("ispe", hex("00000000 00000fc0 00000bd0"))),
  ]);
});
const picture = (format: Format) => pictures[format] ?? Buffer.alloc(0);
const png = () => picture("png");

describe("what is taken", () => {
  it.each(["png", "jpeg", "webp", "avif", "gif"] as const)("a picture: %s, with its size", async (format) => {
    expect(await look(picture(format))).toMatchObject({
      ok: true,
      format,
      kind: "image",
      width: 60,
      height: 40,
      active: false,
      drawable: true,
    });
  });

  it("HEIC, which is turned into a picture to look at", async () => {
    expect(await look(picture("heic"))).toMatchObject({ ok: true, format: "heic", width: 4032, height: 3024, drawable: true });
    const mif1 = box("ftyp", "mif1\0\0\0\0mif1heic");
    expect(await look(mif1)).toMatchObject({ ok: true, format: "heic" });
    expect(((await look(mif1)) as Accepted).width).toBeUndefined();
  });

  it.each([
    ["tone.mp3", "mp3", "audio"],
    ["tone-bare.mp3", "mp3", "audio"],
    ["tone.m4a", "m4a", "audio"],
    ["tone-as-mp4.mp4", "m4a", "audio"],
    ["tone.aac", "aac", "audio"],
    ["tone.wav", "wav", "audio"],
    ["tone.ogg", "ogg", "audio"],
    ["tone.flac", "flac", "audio"],
    ["tone.webm", "weba", "audio"],
    ["film.mp4", "mp4", "video"],
    ["film.mov", "mov", "video"],
    ["film.3gp", "3gp", "video"],
    ["film.webm", "webm", "video"],
    ["plain.pdf", "pdf", "pdf"],
  ])("%s as %s", async (name, format, kind) => {
    expect(await look(sample(name))).toMatchObject({ ok: true, format, kind, active: false });
  });

  it("AMR, narrow and wide, though it begins like a script", async () => {
    for (const start of ["#!AMR\n", "#!AMR-WB\n"]) {
      expect(await look(Buffer.concat([Buffer.from(start), Buffer.alloc(320, 0x3c)]))).toMatchObject({ ok: true, format: "amr" });
    }
  });

  it("MP3 behind a tag larger than what is read first, and behind zeros", async () => {
    const bare = sample("tone-bare.mp3");
    const tag = Buffer.concat([Buffer.from("ID3\x03\0\0"), Buffer.from([0, 6, 0, 0]), Buffer.alloc(6 * 128 * 128)]);
    expect(await look(Buffer.concat([tag, bare]))).toMatchObject({ ok: true, format: "mp3" });
    expect(await look(Buffer.concat([Buffer.alloc(700), bare]))).toMatchObject({ ok: true, format: "mp3" });
  });

  it.each([
    ["txt", "我要投诉。\n等了二十分钟没有人工。", "utf-8"],
    ["txt", "BM 开头的文字也是文字", "utf-8"],
    ["txt", "The free trial never ended", "utf-8"],
    ["txt", "070701 是一个编号", "utf-8"],
    ["csv", '时间,说话人,内容\n10:01,我,转人工\n10:02,客服,"您好,请稍等"\n', "utf-8"],
    ["json", '{"messages":[{"from":"me","text":"人工"}]}', "utf-8"],
    ["html", "\ufeff<!DOCTYPE html><html><body>聊天记录</body></html>", "utf-8"],
    ["html", "<!-- export --><table><tr><td>1</td></tr></table>", "utf-8"],
    [
      "eml",
      "From: a@shop.example\r\nTo: b@mail.example\r\nSubject: 退款\r\nDate: Mon, 2 Nov 2026 10:00:00 +0800\r\n\r\n您好",
      "utf-8",
    ],
  ])("text: %s", async (format, text, encoding) => {
    expect(await look(text)).toMatchObject({
      ok: true,
      format,
      kind: "text",
      encoding,
      active: format === "html" || format === "eml",
    });
  });

  it("text in GB18030 and UTF-16, with or without a mark, also when long", async () => {
    const gb = hex("ced2d2aacdb6cbdf a3ac b5c8c1cb b6fecae5 b7d6d6d3 a1a3"); // 我要投诉，等了…分钟。
    expect(await look(gb)).toMatchObject({ ok: true, format: "txt", encoding: "gb18030" });
    expect(await look(Buffer.concat(Array.from({ length: 9000 }, () => gb)))).toMatchObject({ ok: true, encoding: "gb18030" });
    const text = "transfer me to a human please. 转人工";
    expect(await look(Buffer.from(`\ufeff${text}`, "utf16le"))).toMatchObject({ ok: true, encoding: "utf-16le" });
    expect(await look(Buffer.from(text, "utf16le"))).toMatchObject({ ok: true, encoding: "utf-16le" });
    expect(await look(Buffer.from(`\ufeff${text}`, "utf16le").swap16())).toMatchObject({ ok: true, encoding: "utf-16be" });
    expect(await look("一二三四五六七八九十".repeat(20_000))).toMatchObject({ ok: true, encoding: "utf-8" });
  });

  it("PDF that may act: kept and marked, also when the names hide", async () => {
    expect(await look(sample("script.pdf"))).toMatchObject({ ok: true, format: "pdf", active: true });
    expect(await look(sample("attached.pdf"))).toMatchObject({ ok: true, active: true });
    const hidden = Buffer.from(
      "%PDF-1.7\n1 0 obj<</OpenAction<</S/J#61vaScript/#4a#53(x)>>>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF",
    );
    expect(await look(hidden)).toMatchObject({ ok: true, active: true });
    const packed = deflateSync(Buffer.from("1 0 <</S/JavaScript/JS(app.alert(1))>>"));
    const stream = Buffer.concat([
      Buffer.from("%PDF-1.7\n2 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n"),
      packed,
      Buffer.from("\nendstream\nendobj\nstartxref\n0\n%%EOF"),
    ]);
    expect(await look(stream)).toMatchObject({ ok: true, active: true });
  });

  it.each(["rc4-40", "rc4-128", "aes-128", "aes-256-r5", "aes-256"])(
    "PDF locked with %s: taken when it opens without a password, refused when it asks",
    async (name) => {
      expect(await look(sample(`opens-${name}.pdf`))).toMatchObject({ ok: true, format: "pdf" });
      expect(why(await look(sample(`asks-${name}.pdf`)))).toBe("locked");
    },
  );
});

describe("what is refused, and why", () => {
  const cases: [string, string, () => Buffer | string][] = [
    ["empty", "nothing", () => ""],
    ["empty", "white space only", () => " \n\t\n"],
    ["program", "Windows program", () => Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200), Buffer.from("PE\0\0")])],
    ["program", "Linux program", () => hex("7f454c46 02010100 00000000 00000000")],
    ["program", "macOS program", () => hex("cffaedfe 07000001 03000000")],
    ["program", "Java class", () => hex("cafebabe 00000034 001d")],
    ["program", "WebAssembly", () => hex("0061736d 01000000")],
    ["program", "Android code", () => Buffer.from("dex\n035\0aaaa")],
    ["program", "shell script", () => "#!/bin/sh\nrm -rf /\n"],
    ["program", "PHP", () => "<?php system($_GET[0]);"],
    ["program", "batch file", () => "@echo off\r\ndel *.*"],
    ["program", "registry file", () => "Windows Registry Editor Version 5.00\r\n"],
    ["program", "registry file in UTF-16", () => Buffer.from("\ufeffWindows Registry Editor Version 5.00\r\n", "utf16le")],
    ["program", "internet shortcut", () => "[InternetShortcut]\r\nURL=file:///c:/x.exe"],
    ["program", "desktop entry", () => "[Desktop Entry]\nExec=sh"],
    ["program", "Windows shortcut", () => hex("4c000000 01140200 00000000 c0000000")],
    ["program", "Java archive", () => zip("META-INF/MANIFEST.MF")],
    ["program", "Android package", () => zip("AndroidManifest.xml")],
    ["program", "Flash", () => Buffer.concat([Buffer.from("CWS\x0a"), Buffer.alloc(30)])],
    [
      "program",
      "mail with a program by name",
      () =>
        'From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n\nContent-Disposition: attachment; filename="发票.exe"\n',
    ],
    [
      "program",
      "mail with a program by content",
      () => "From: a@b.example\nTo: c@d.example\nSubject: x\n\nContent-Transfer-Encoding: base64\n\nTVqQAAMAAAAEAAAA",
    ],
    ["archive", "zip", () => zip("readme.txt")],
    ["archive", "empty zip", () => hex("504b0506 0000 0000 0000 0000 00000000 00000000 0000")],
    ["archive", "rar", () => Buffer.from("Rar!\x1a\x07\x01\0aaaaaaaa", "latin1")],
    ["archive", "7z", () => hex("377abcaf271c 0004 0000")],
    ["archive", "gzip", () => gzipSync("x")],
    ["archive", "bzip2", () => Buffer.from("BZh91AY&SY\0\0\0", "latin1")],
    ["archive", "xz", () => hex("fd377a585a00 0004")],
    ["archive", "zstandard", () => hex("28b52ffd 0458")],
    ["archive", "tar", () => Buffer.concat([Buffer.from("a.txt"), Buffer.alloc(252), Buffer.from("ustar\0"), Buffer.alloc(300)])],
    ["archive", "cabinet", () => Buffer.concat([Buffer.from("MSCF"), Buffer.alloc(40)])],
    ["archive", "disk image", () => Buffer.concat([Buffer.alloc(32_769), Buffer.from("CD001"), Buffer.alloc(3000)])],
    ["macro", "Word with macros", () => zip("word/vbaProject.bin")],
    ["macro", "Excel 4 macros", () => zip("xl/macrosheets/sheet1.xml")],
    [
      "macro",
      "old Excel with macros",
      () =>
        Buffer.concat([hex("d0cf11e0a1b11ae1"), Buffer.alloc(500), Buffer.from("_VBA_PROJECT", "utf16le"), Buffer.alloc(100)]),
    ],
    [
      "program",
      "Windows installer",
      () =>
        Buffer.concat([hex("d0cf11e0a1b11ae1"), Buffer.alloc(500), hex("84100c0000000000c000000000000046"), Buffer.alloc(100)]),
    ],
    ["not_allowed_type", "Word", () => zip("[Content_Types].xml")],
    ["not_allowed_type", "old Word", () => Buffer.concat([hex("d0cf11e0a1b11ae1"), Buffer.alloc(600)])],
    ["not_allowed_type", "rich text", () => "{\\rtf1\\ansi hello}"],
    ["not_allowed_type", "PostScript", () => "%!PS-Adobe-3.0\n"],
    ["not_allowed_type", "XML", () => '<?xml version="1.0"?><note>x</note>'],
    ["not_allowed_type", "TIFF", () => hex("49492a00 08000000 0000 00000000")],
    ["not_allowed_type", "BMP", () => Buffer.concat([Buffer.from("BM"), Buffer.alloc(100)])],
    ["not_allowed_type", "MKV", () => sample("film.mkv")],
    ["not_allowed_type", "AVI", () => sample("film.avi")],
    [
      "not_allowed_type",
      "OGG film",
      () => Buffer.concat([Buffer.from("OggS\0\x02"), Buffer.alloc(22), Buffer.from("\x80theora", "latin1")]),
    ],
    ["not_allowed_type", "noise", () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255))],
    ["not_allowed_type", "zeros", () => Buffer.alloc(5000)],
    ["not_allowed_type", "database", () => Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(100)])],
    ["active_content", "SVG", () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    [
      "active_content",
      "SVG behind XML and comments",
      () => '<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n<svg/>',
    ],
    ["polyglot", "picture that is a zip too", () => Buffer.concat([png(), zip("a.txt")])],
    ["polyglot", "picture that is a rar too", () => Buffer.concat([png(), Buffer.from("Rar!\x1a\x07\0aaaa", "latin1")])],
    [
      "polyglot",
      "picture with a program behind it",
      () => Buffer.concat([picture("jpeg"), Buffer.from("MZ\x90\0...This program cannot be run in DOS mode.")]),
    ],
    ["polyglot", "picture with HTML behind it", () => Buffer.concat([picture("gif"), Buffer.from("<script>alert(1)</script>")])],
    [
      "polyglot",
      "picture with PHP inside",
      () =>
        Buffer.concat([picture("jpeg").subarray(0, 20), Buffer.from("<?php eval($_POST[1]); ?>"), picture("jpeg").subarray(20)]),
    ],
    [
      "polyglot",
      "GIF that is a script",
      () => Buffer.concat([Buffer.from("GIF89a/*"), picture("gif").subarray(8), Buffer.from("*/=1;alert(1)")]),
    ],
    [
      "polyglot",
      "JPEG that is a script",
      () => Buffer.concat([hex("ffd8ffe0 2f2a"), Buffer.alloc(12_000, 32), Buffer.from("*/=alert(1)")]),
    ],
    ["polyglot", "WebP that is a PDF too", () => Buffer.concat([picture("webp"), Buffer.from("%PDF-1.4\n")])],
    ["polyglot", "PDF that is a zip too", () => Buffer.concat([sample("plain.pdf"), zip("a.txt")])],
    ["polyglot", "sound that is a zip too", () => Buffer.concat([sample("tone.mp3"), zip("a.txt")])],
    ["polyglot", "film with HTML behind it", () => Buffer.concat([sample("film.mp4"), Buffer.from("<html ><body onload=x()>")])],
    ["damaged", "half a picture's header", () => png().subarray(0, 20)],
    ["damaged", "JPEG that is only a start", () => Buffer.concat([hex("ffd8ffe0"), Buffer.from([0, 16]), Buffer.from("JFIF\0")])],
    [
      "damaged",
      "film whose index is missing",
      () => Buffer.concat([box("ftyp", "isom\0\0\0\0"), box("mdat", Buffer.alloc(500, 1))]),
    ],
    ["damaged", "PDF without an end", () => sample("plain.pdf").subarray(0, 200)],
    [
      "image_bomb",
      "PNG of 40,000 × 40,000",
      () => {
        const bytes = Buffer.from(png());
        bytes.writeUInt32BE(40_000, 16);
        bytes.writeUInt32BE(40_000, 20);
        bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
        return bytes;
      },
    ],
    [
      "image_bomb",
      "HEIC of 60,000 × 60,000",
      () => Buffer.concat([box("ftyp", "heic\0\0\0\0heic"), box("ispe", hex("00000000 0000ea60 0000ea60"))]),
    ],
    ["program", "JPEG name on a program is no help", () => Buffer.concat([Buffer.from("MZ"), Buffer.alloc(80)])],
    ["too_large", "text of 21 MB", () => "a".repeat(21 * 1024 * 1024)],
  ];

  it.each(cases)("%s: %s", async (reason, _name, bytes) => {
    expect(why(await look(bytes()))).toBe(reason);
  });

  it("never throws on any start of any sample cut anywhere", async () => {
    for (const name of ["film.mp4", "film.webm", "tone.mp3", "tone.m4a", "script.pdf", "asks-aes-256.pdf", "tone.flac"]) {
      const bytes = sample(name);
      for (let length = 1; length < bytes.length; length = Math.ceil(length * 1.7)) await look(bytes.subarray(0, length));
    }
  });
});

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
