import type { CallScript, CallTruth, Mark, Segment } from "./call-types";
import { busy, encodeCall, key, music, type Pcm, RATE, ring, speak } from "./sound";

const round = (seconds: number) => Math.round(seconds * 100) / 100;

/** Lays the cues on one line. Throws where two would be heard at once, so that the truth is the truth. */
export function mixCall(script: CallScript): { audio: Buffer; truth: CallTruth } {
  const parts: { at: number; pcm: Pcm }[] = [];
  const heard: Segment[] = [];
  const marks: { mark: Mark; at: number }[] = [];
  let now = 0;
  const begin = (at: number | undefined, gap: number) => {
    const start = at ?? now + gap;
    if (start < now - 0.01) throw new Error(`${script.file}: something at ${start} s starts before ${now.toFixed(1)} s`);
    return start;
  };
  for (const cue of script.cues) {
    if (cue.kind === "say") {
      const start = begin(cue.at, cue.gap ?? 0.5);
      const pcm = speak(cue.voice, cue.text);
      parts.push({ at: start, pcm });
      now = start + pcm.length / RATE;
      heard.push({ start, end: now, kind: "speech", voice: cue.voice, text: cue.text });
      if (cue.mark) marks.push({ mark: cue.mark, at: start });
    } else if (cue.kind === "ring") {
      for (let i = 0; i < cue.times; i++) parts.push({ at: now + 0.4 + i * 4, pcm: ring() });
      now += cue.times * 4 - 2.2;
    } else if (cue.kind === "key") {
      const start = begin(cue.at, 0.3);
      parts.push({ at: start, pcm: key(cue.digit) });
      now = start + 0.2;
      if (cue.mark) marks.push({ mark: cue.mark, at: start });
    } else if (cue.kind === "hold") {
      const start = now + 0.4;
      const pcm = music(cue.until - start);
      for (const notice of cue.notices ?? []) {
        const voice = speak("menu", notice.text);
        const from = Math.round((notice.at - start) * RATE);
        for (let i = -1600; i < voice.length + 1600; i++)
          if (from + i >= 0 && from + i < pcm.length) pcm[from + i] = (pcm[from + i] as number) * 0.22;
        parts.push({ at: notice.at, pcm: voice });
      }
      parts.push({ at: start, pcm });
      heard.push({ start, end: cue.until, kind: "hold" });
      now = cue.until;
    } else if (cue.kind === "quiet") now = begin(cue.until, 0);
    else {
      parts.push({ at: now + 0.3, pcm: busy(cue.seconds) });
      now += 0.3 + cue.seconds;
    }
  }
  const duration = now + 0.6;
  const line = new Float32Array(Math.round(duration * RATE));
  for (const { at, pcm } of parts) {
    const from = Math.round(at * RATE);
    for (let i = 0; i < pcm.length && from + i < line.length; i++)
      line[from + i] = (line[from + i] as number) + (pcm[i] as number);
  }
  return { audio: encodeCall(line, script.format), truth: truthOf(script, heard, marks, duration) };
}

function truthOf(
  script: CallScript,
  heard: readonly Segment[],
  marks: readonly { mark: Mark; at: number }[],
  duration: number,
): CallTruth {
  const first = (mark: Mark) => {
    const found = marks.find((m) => m.mark === mark);
    return found ? round(found.at) : null;
  };
  const requests = marks.filter((m) => m.mark === "request").map((m) => round(m.at));
  const human = first("human");
  const segments: Segment[] = [];
  let last = 0;
  for (const s of heard) {
    if (s.start - last >= 0.6) segments.push({ start: round(last), end: round(s.start), kind: "silence" });
    segments.push({ ...s, start: round(s.start), end: round(s.end) });
    last = s.end;
  }
  if (duration - last >= 0.6) segments.push({ start: round(last), end: round(duration), kind: "silence" });
  const asked = requests[0];
  return {
    file: `${script.file}.${script.format}`,
    duration: round(duration),
    promptSecond: first("prompt"),
    requests,
    humanSecond: human,
    waitSeconds: asked === undefined ? null : Math.round((human ?? duration) - asked),
    promiseSecond: first("promise"),
    segments,
  };
}
