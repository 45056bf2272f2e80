import type { Format, PlainSource, Refusal } from "./kinds";

const ascii = (bytes: Buffer, start: number, end: number) => bytes.toString("latin1", start, end);

/** What sound, film or picture the first bytes announce; "iso" is a container to look into, null none of them. */
export function announced(head: Buffer): Format | "iso" | "ebml" | "unwanted_media" | null {
  if (head.subarray(0, 3).equals(Buffer.from("ffd8ff", "hex"))) return "jpeg";
  if (head.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"))) return "png";
  if (/^GIF8[79]a/.test(ascii(head, 0, 6))) return "gif";
  if (ascii(head, 0, 5) === "%PDF-") return "pdf";
  if (ascii(head, 0, 4) === "fLaC") return "flac";
  if (/^#!AMR(-WB)?\n/.test(ascii(head, 0, 9))) return "amr";
  if (ascii(head, 0, 4) === "RIFF") return riff(ascii(head, 8, 12));
  if (ascii(head, 0, 4) === "OggS")
    return OGG_SOUNDS.some((codec) => head.subarray(0, 256).includes(codec)) ? "ogg" : "unwanted_media";
  if (head.subarray(0, 4).equals(Buffer.from("1a45dfa3", "hex"))) return "ebml";
  // The first four bytes are a size: where they read as letters this is a text ("The free …").
  const box = ascii(head, 4, 8);
  const size = (head[0] ?? 0) < 0x20;
  return box === "mdat" || (size && ["ftyp", "moov", "wide", "free", "skip", "pnot"].includes(box)) ? "iso" : null;
}

const OGG_SOUNDS = ["OpusHead", "\u0001vorbis", "\u007fFLAC", "Speex   "];

function riff(form: string): Format | "unwanted_media" {
  if (form === "WEBP") return "webp";
  return form === "WAVE" ? "wav" : "unwanted_media";
}

/** MP3 or raw AAC: after a tag (ID3v2) or some zeros, at least two frames whose lengths lead from one to the next. */
export async function framedSound(source: PlainSource, head: Buffer): Promise<Format | null> {
  let start = 0;
  if (ascii(head, 0, 3) === "ID3" && head.length > 10)
    start = 10 + head.subarray(6, 10).reduce((size, byte) => size * 128 + (byte & 127), 0);
  let frames = start < head.length ? head.subarray(start) : await source.read(start, start + 8191);
  let zeros = 0;
  while (zeros < Math.min(frames.length, 4096) && frames[zeros] === 0) zeros += 1;
  frames = frames.subarray(zeros);
  if (ascii(frames, 0, 4) === "fLaC") return "flac";
  for (const [format, length] of [["mp3", mp3Frame] as const, ["aac", adtsFrame] as const]) {
    const first = length(frames, 0);
    if (first && (length(frames, first) || (first >= frames.length && start + zeros + first <= source.bytes))) return format;
  }
  return null;
}

const KBPS: Record<number, number[]> = {
  13: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  12: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  23: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};

// ISO 11172-3 and 13818-3: version, layer, bit rate and sampling rate give the length of a frame in bytes.
function mp3Frame(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length || bytes[at] !== 0xff) return 0;
  const [b1, b2] = [bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
  const version = (b1 >> 3) & 3;
  const layer = 4 - ((b1 >> 1) & 3);
  if ((b1 & 0xe0) !== 0xe0 || version === 1 || layer === 4 || layer === 1) return 0;
  const kbps = (version === 3 ? KBPS[layer === 3 ? 13 : 12] : KBPS[23])?.[b2 >> 4];
  const rate = [44100, 48000, 32000][(b2 >> 2) & 3];
  if (!kbps || !rate) return 0;
  const hertz = rate / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const samples = version !== 3 && layer === 3 ? 72 : 144;
  return Math.floor((samples * kbps * 1000) / hertz) + ((b2 >> 1) & 1);
}

function adtsFrame(bytes: Buffer, at: number): number {
  if (at + 7 > bytes.length || bytes[at] !== 0xff || ((bytes[at + 1] ?? 0) & 0xf6) !== 0xf0) return 0;
  const length = (((bytes[at + 3] ?? 0) & 3) << 11) | ((bytes[at + 4] ?? 0) << 3) | ((bytes[at + 5] ?? 0) >> 5);
  return length >= 7 && (((bytes[at + 2] ?? 0) >> 2) & 15) < 13 ? length : 0;
}

/** Looks into an ISO base media file (MP4, MOV, M4A, 3GP, HEIC, AVIF): brand and kinds of tracks decide, not the name. */
export async function isoFormat(source: PlainSource): Promise<Format | Refusal> {
  let brands = "qt  ";
  let handlers: string[] | null = null;
  let at = 0;
  for (let count = 0; at + 8 <= source.bytes && count < 2000; count++) {
    const start = await source.read(at, at + 15);
    const type = ascii(start, 4, 8);
    let size = start.readUInt32BE(0);
    if (size === 1 && start.length >= 16) size = Number(start.readBigUInt64BE(8));
    if (size === 0) size = source.bytes - at;
    if (size < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(type)) return count === 0 ? "not_allowed_type" : "damaged";
    if (type === "ftyp") brands = ascii(await source.read(at + 8, at + Math.min(size, 512) - 1), 0, 504);
    const picture = pictureOf(brands);
    if (type === "ftyp" && picture) return picture;
    if (type === "moov") handlers = handlersIn(await source.read(at, at + Math.min(size, 32 * 1024 * 1024) - 1));
    if (handlers) break;
    at += size;
  }
  if (!handlers) return "damaged";
  const film = handlers.includes("vide");
  if (!film && !handlers.includes("soun")) return "not_allowed_type";
  const major = brands.slice(0, 4);
  if (/^3g[gp2]/.test(major)) return film ? "3gp" : "3ga";
  if (!film) return "m4a";
  return major === "qt  " ? "mov" : "mp4";
}

function pictureOf(brands: string): Format | Refusal | null {
  const all: string[] = brands.match(/.{4}/gs) ?? [];
  const major = all[0] ?? "";
  if (["avif", "avis"].includes(major)) return "avif";
  if (/^(hei[cxms]|hev[cxms])$/.test(major)) return "heic";
  if (["mif1", "msf1"].includes(major))
    return all.includes("avif") ? "avif" : all.some((brand) => /^he[iv][cxms]$/.test(brand)) ? "heic" : "not_allowed_type";
  return ["crx ", "jp2 ", "jpx "].includes(major) ? "not_allowed_type" : null;
}

function handlersIn(moov: Buffer): string[] {
  const found: string[] = [];
  for (let at = moov.indexOf("hdlr"); at >= 0; at = moov.indexOf("hdlr", at + 4)) found.push(ascii(moov, at + 12, at + 16));
  return found;
}

/** Width and height a HEIC announces (the largest of its pictures); null when the start of the file does not hold them. */
export function heicSize(head: Buffer): { width: number; height: number } | null {
  let size: { width: number; height: number } | null = null;
  for (let at = head.indexOf("ispe"); at >= 0 && at + 16 <= head.length; at = head.indexOf("ispe", at + 4)) {
    const [width, height] = [head.readUInt32BE(at + 8), head.readUInt32BE(at + 12)];
    if (!size || width * height > size.width * size.height) size = { width, height };
  }
  return size;
}

/** WebM, with or without pictures; other Matroska files are not taken. */
export function ebmlFormat(head: Buffer): Format | Refusal {
  const type = head.subarray(0, 4096).indexOf(Buffer.from("4282", "hex"));
  if (type < 0 || ascii(head, type + 3, type + 7) !== "webm") return "not_allowed_type";
  const codecs = ascii(head, 0, head.length);
  if (/V_(VP8|VP9|AV1)/.test(codecs)) return "webm";
  return /A_(OPUS|VORBIS)/.test(codecs) ? "weba" : "damaged";
}
