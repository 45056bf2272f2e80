import type { Readable } from "node:stream";
import type { Format } from "../file-kinds/kinds";

export interface AudioFacts {
  /** Seconds; null when the file does not tell. */
  duration: number | null;
  hertz: number | null;
  channels: number | null;
}

// 3GPP TS 26.101 and 26.201: bytes of a frame by its type; every frame is 20 ms.
const AMR_NARROW = [12, 13, 15, 17, 19, 20, 26, 31, 5];
const AMR_WIDE = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5];

/** How long a recording or film is. Reads the stream to its end, in constant memory. Never throws on what the file holds. */
export async function audioFacts(
  stream: Readable,
  file: { format: Format; mediaType: string; bytes: number },
): Promise<AudioFacts> {
  try {
    if (file.format === "amr") return await amrFacts(stream);
    const { parseStream } = await import("music-metadata");
    const { format } = await parseStream(
      stream,
      { mimeType: file.mediaType, size: file.bytes },
      { duration: true, skipCovers: true },
    );
    const duration = format.duration !== undefined && Number.isFinite(format.duration) ? format.duration : null;
    return { duration, hertz: format.sampleRate ?? null, channels: format.numberOfChannels ?? null };
  } catch {
    return { duration: null, hertz: null, channels: null };
  } finally {
    stream.destroy();
  }
}

async function amrFacts(stream: Readable): Promise<AudioFacts> {
  let start: Buffer = Buffer.alloc(0);
  let sizes: number[] | null = null;
  let frames = 0;
  // Where the next frame begins, counted from the piece at hand: a frame may go on in the piece that follows.
  let at = 0;
  for await (const piece of stream) {
    let bytes = piece as Buffer;
    if (!sizes) {
      bytes = Buffer.concat([start, bytes]);
      start = bytes;
      if (bytes.length < 9) continue;
      const wide = bytes.toString("latin1", 0, 9) === "#!AMR-WB\n";
      sizes = wide ? AMR_WIDE : AMR_NARROW;
      at = wide ? 9 : 6;
    }
    while (at < bytes.length) {
      at += 1 + (sizes[((bytes[at] ?? 0) >> 3) & 15] ?? 0);
      frames += 1;
    }
    at -= bytes.length;
  }
  return { duration: sizes ? frames / 50 : null, hertz: sizes === AMR_WIDE ? 16_000 : 8_000, channels: 1 };
}
