import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { chunk, elf, hex, join, latin, mz, pdf, png, pngText, zip } from "./bytes";
import { type HostileSpec, refused, taken } from "./types";

const drawn = (format: "jpeg" | "gif" | "webp") =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: "#356" } })
    .toFormat(format)
    .toBuffer();
const gps = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: "#653" } })
    .withExif({
      IFD0: { Make: "Phone", Artist: "王秀兰" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "30/1 15/1 2712/100", GPSLongitudeRef: "E", GPSLongitude: "120/1 9/1 1832/100" },
    })
    .jpeg()
    .toBuffer();
/** A second segment after the start of a JPEG. */
const withSegment = (jpeg: Buffer, marker: number, text: string) => {
  const body = Buffer.from(text);
  const head = Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return join(jpeg.subarray(0, 2), head, body, jpeg.subarray(2));
};
const jpegOf = async (width: number, height: number) => {
  const bytes = await drawn("jpeg");
  for (let i = 2; i < bytes.length - 9; i++) {
    if (bytes[i] === 0xff && (bytes[i + 1] === 0xc0 || bytes[i + 1] === 0xc2)) {
      bytes.writeUInt16BE(height, i + 5);
      bytes.writeUInt16BE(width, i + 7);
      return bytes;
    }
  }
  throw new Error("no frame in the picture");
};
const gifFrames = async (frames: number) => {
  const one = await drawn("gif");
  const from = one.indexOf(0x2c, 13 + 3 * 2 ** (((one[10] as number) & 7) + 1));
  const frame = one.subarray(from, one.length - 1);
  return join(one.subarray(0, from), ...Array.from({ length: frames }, () => frame), hex("3b"));
};

/** Pictures that are something else besides, lie about their size, or tell too much. */
// biome-ignore format: one file a line
export const PICTURES: readonly HostileSpec[] = [
  { id: "gif-js", name: "动图.gif", bytes: async () => join("GIF89a/*", (await drawn("gif")).subarray(8), "*/=1;alert(document.domain)"), expect: [refused("polyglot")] },
  { id: "gif-html", name: "a.gif", bytes: async () => join(await drawn("gif"), "<html><script>alert(1)</script></html>"), expect: [refused("polyglot")] },
  { id: "png-zip", name: "截图.png", bytes: () => join(png(), zip({ "x.exe": "MZ" })), expect: [refused("polyglot")] },
  { id: "png-rar", name: "截图.png", bytes: () => join(png(), latin("Rar!\x1a\x07\x01\0aaaa")), expect: [refused("polyglot")] },
  { id: "png-exe", name: "截图.png", bytes: () => join(png(), mz()), expect: [refused("polyglot")] },
  { id: "png-elf", name: "截图.png", bytes: () => join(png(), elf()), expect: [refused("polyglot")] },
  { id: "png-php-chunk", name: "截图.php.png", bytes: () => png([pngText("Comment", "<?php system($_GET[0]); ?>")]), expect: [refused("polyglot")] },
  { id: "png-script-chunk", name: "截图.png", bytes: () => png([pngText("Comment", "<script>alert(1)</script>")]), expect: [refused("polyglot")] },
  { id: "jpeg-js", name: "照片.jpg", bytes: async () => { const j = await drawn("jpeg"); return join(j.subarray(0, 4), "/*", j.subarray(6), "*/=alert(1)"); }, expect: [refused("polyglot"), refused("damaged")] },
  { id: "jpeg-html", name: "照片.jpg", bytes: async () => join(await drawn("jpeg"), "<script src=//bad.example></script>"), expect: [refused("polyglot")] },
  { id: "jpeg-comment", name: "照片.jpg", bytes: async () => withSegment(await drawn("jpeg"), 0xfe, "<script>alert(1)</script>"), expect: [refused("polyglot")] },
  { id: "jpeg-zip", name: "照片.jpg", bytes: async () => join(await drawn("jpeg"), zip({ "a.txt": "a" })), expect: [refused("polyglot")] },
  { id: "webp-pdf", name: "a.webp", bytes: async () => join(await drawn("webp"), pdf()), expect: [refused("polyglot")] },
  { id: "svg", name: "头像.svg", bytes: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.cookie)</script></svg>'), expect: [refused("active_content")] },
  { id: "svg-as-png", name: "头像.png", bytes: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), expect: [refused("active_content")] },
  { id: "svg-prolog", name: "a.svg", bytes: () => Buffer.from('<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><iframe src="javascript:alert(1)"/></foreignObject></svg>'), expect: [refused("active_content")] },
  { id: "png-huge", name: "截图.png", bytes: () => png([], { width: 40_000, height: 40_000 }), expect: [refused("image_bomb")] },
  { id: "png-impossible", name: "截图.png", bytes: () => png([], { width: 2_000_000_000, height: 2_000_000_000 }), expect: [refused("image_bomb"), refused("damaged")] },
  { id: "png-no-width", name: "截图.png", bytes: () => png([], { width: 0, height: 0 }), expect: [refused("damaged")] },
  { id: "jpeg-huge", name: "照片.jpg", bytes: () => jpegOf(65_500, 65_500), expect: [refused("image_bomb")] },
  { id: "gif-huge", name: "a.gif", bytes: async () => { const g = await drawn("gif"); g.writeUInt16LE(65_535, 6); g.writeUInt16LE(65_535, 8); return g; }, expect: [refused("image_bomb"), refused("damaged")] },
  { id: "gif-frames", name: "动图.gif", bytes: () => gifFrames(3000), expect: [taken("gif"), refused("image_bomb")] },
  { id: "png-text-bomb", name: "截图.png", bytes: () => png([chunk("zTXt", join(latin("Comment\0\0"), deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 })))]), expect: [taken("png"), refused("image_bomb"), refused("damaged")] },
  { id: "png-profile-bomb", name: "截图.png", bytes: () => png([chunk("iCCP", join(latin("icc\0\0"), deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 })))]), expect: [taken("png"), refused("image_bomb"), refused("damaged")] },
  { id: "png-cut", name: "截图.png", bytes: () => png().subarray(0, 24), expect: [refused("damaged")] },
  { id: "png-cut-late", name: "截图.png", bytes: () => png().subarray(0, -20), expect: [taken("png"), refused("damaged")] },
  { id: "png-bad-check", name: "截图.png", bytes: () => { const p = png(); p[p.length - 20] = (p[p.length - 20] as number) ^ 255; return p; }, expect: [taken("png"), refused("damaged")] },
  { id: "jpeg-cut", name: "照片.jpg", bytes: async () => (await drawn("jpeg")).subarray(0, 120), expect: [refused("damaged")] },
  { id: "jpeg-cut-late", name: "照片.jpg", bytes: async () => (await drawn("jpeg")).subarray(0, -40), expect: [taken("jpeg"), refused("damaged")] },
  { id: "jpeg-gps", name: "IMG_0001.jpg", bytes: gps, expect: [taken("jpeg")] },
  { id: "png-private-text", name: "截图.png", bytes: () => png([pngText("Author", "user7260@mail.example"), pngText("Location", "30.2575,120.1551")]), expect: [taken("png")] },
  { id: "jpeg-as-pdf", name: "账单.pdf", bytes: () => drawn("jpeg"), expect: [taken("jpeg")] },
  { id: "png-as-exe", name: "截图.exe", bytes: () => png(), expect: [taken("png")] },
  { id: "tiff", name: "a.jpg", bytes: () => hex("49492a00 08000000 0000 00000000"), expect: [refused("not_allowed_type")] },
  { id: "bmp", name: "a.png", bytes: () => join("BM", Buffer.alloc(200)), expect: [refused("not_allowed_type")] },
];
