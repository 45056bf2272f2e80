import { HOP, type Look, RATE } from "./features";

export type SoundKind = "speech" | "hold" | "silence";

/** A stretch of a recording, in seconds from its beginning. */
export interface SoundSegment {
  readonly start: number;
  readonly end: number;
  readonly kind: SoundKind;
}

const LOOKS = RATE / HOP;
/** Nothing shorter counts as a stretch of its own (seconds). */
const SHORTEST: Readonly<Record<SoundKind, number>> = { silence: 0.42, speech: 0.3, hold: 2.5 };
/** An announcement over music is no longer than this (seconds), and music stands on both sides of it. */
const ANNOUNCEMENT = 14;

/**
 * Cuts a recording into speech, hold (music, and announcements over it) and silence (quiet, line noise, ringing). The stretches follow one
 * another from 0 to `duration`.
 */
export function segmentsOf(looks: readonly Look[], duration: number): SoundSegment[] {
  if (looks.length === 0) return [{ start: 0, end: duration, kind: "silence" }];
  const floor = quietLevel(looks);
  const loud = looks.map((look) => look.level > floor);
  const steady = average(
    looks.map((look, i) => (loud[i] ? look.steady : Number.NaN)),
    Math.round(LOOKS * 0.9),
  );
  const ringing = ringsOf(looks, loud);
  const kinds = looks.map((_, i): SoundKind => {
    if (!loud[i] || ringing[i]) return "silence";
    return (steady[i] as number) > 0.42 ? "hold" : "speech";
  });
  let runs = runsOf(kinds);
  runs = bridge(runs, "hold", "silence", 1.6);
  runs = absorb(runs, "silence");
  runs = absorb(runs, "hold");
  runs = announcements(runs, looks, floor);
  runs = absorb(runs, "speech");
  return seconds(runs, duration);
}

interface Run {
  from: number;
  to: number;
  kind: SoundKind;
}

/** Between the noise of the line and what is heard on it: above the quietest twentieth, well below the loud half. */
function quietLevel(looks: readonly Look[]): number {
  const levels = looks.map((look) => look.level).sort((a, b) => a - b);
  const at = (share: number) => levels[Math.floor(share * (levels.length - 1))] as number;
  const [low, high] = [at(0.04), at(0.9)];
  // A recording without any pause: what is 30 dB under its loud parts would be one.
  const floor = high - low < 18 ? Math.min(low - 3, high - 30) : low + Math.min(14, (high - low) * 0.4);
  return Math.max(-62, Math.min(floor, -20));
}

/** Ring-back, busy and key tones: one tone alone, on and off. */
function ringsOf(looks: readonly Look[], loud: readonly boolean[]): boolean[] {
  const one = looks.map(
    (look, i) =>
      (loud[i] === true && look.pure > 0.86) ||
      (loud[i] === true && look.tonal > 0.985 && look.pure > 0.45 && look.steady > 0.8 ? look.pure > 0.8 : false),
  );
  const runs = runsOf(one.map((yes) => (yes ? "hold" : "silence")));
  const out = new Array<boolean>(looks.length).fill(false);
  for (const run of runs) {
    const before = (run.from > 4 ? loud[run.from - 5] : false) ?? false;
    const after = loud[run.to + 4] ?? false;
    const long = (run.to - run.from) / LOOKS;
    if (run.kind === "hold" && long > 0.12 && long < 6 && !before && !after)
      for (let i = Math.max(0, run.from - 4); i < Math.min(out.length, run.to + 4); i += 1) out[i] = true;
  }
  return out;
}

/** The mean of what is known around each place. */
function average(values: readonly number[], half: number): number[] {
  const sums = [0];
  const counts = [0];
  for (const value of values) {
    sums.push((sums.at(-1) as number) + (Number.isNaN(value) ? 0 : value));
    counts.push((counts.at(-1) as number) + (Number.isNaN(value) ? 0 : 1));
  }
  return values.map((_, i) => {
    const from = Math.max(0, i - half);
    const to = Math.min(values.length, i + half + 1);
    const count = (counts[to] as number) - (counts[from] as number);
    return count === 0 ? 0 : ((sums[to] as number) - (sums[from] as number)) / count;
  });
}

function runsOf(kinds: readonly SoundKind[]): Run[] {
  const runs: Run[] = [];
  for (const [i, kind] of kinds.entries()) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.to = i + 1;
    else runs.push({ from: i, to: i + 1, kind });
  }
  return runs;
}

const joined = (runs: readonly Run[]): Run[] => {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (last?.kind === run.kind) last.to = run.to;
    else out.push({ ...run });
  }
  return out;
};
const long = (run: Run) => (run.to - run.from) / LOOKS;

/** Short gaps inside a stretch of one kind belong to it (music fades between notes). */
function bridge(runs: readonly Run[], kind: SoundKind, gap: SoundKind, most: number): Run[] {
  return joined(
    runs.map((run, i) =>
      run.kind === gap && long(run) <= most && runs[i - 1]?.kind === kind && runs[i + 1]?.kind === kind ? { ...run, kind } : run,
    ),
  );
}

/** Stretches of the kind that are too short become what lies around them. */
function absorb(runs: readonly Run[], kind: SoundKind): Run[] {
  return joined(
    runs.map((run, i) => {
      if (run.kind !== kind || long(run) >= SHORTEST[kind]) return run;
      const before = runs[i - 1];
      const after = runs[i + 1];
      if (!before && !after) return run;
      const other =
        kind === "speech"
          ? [before, after].find((one) => one?.kind === "silence")
          : [before, after].find((one) => one?.kind === "speech");
      const next = other ?? (before && (!after || long(before) >= long(after)) ? before : after);
      return { ...run, kind: next?.kind ?? run.kind };
    }),
  );
}

/** Speech between two stretches of hold is an announcement over it when the music never falls silent under it. */
function announcements(runs: readonly Run[], looks: readonly Look[], floor: number): Run[] {
  return joined(
    runs.map((run, i) => {
      const before = runs[i - 1];
      const after = runs[i + 1];
      if (run.kind !== "speech" || before?.kind !== "hold" || after?.kind !== "hold" || long(run) > ANNOUNCEMENT) return run;
      const quiet = looks.slice(run.from, run.to).filter((look) => look.level <= floor).length;
      return quiet < (run.to - run.from) * 0.06 ? { ...run, kind: "hold" as const } : run;
    }),
  );
}

function seconds(runs: readonly Run[], duration: number): SoundSegment[] {
  const at = (look: number) => Math.round(((look * HOP + 256) / RATE) * 100) / 100;
  return runs
    .map((run, i) => ({
      start: i === 0 ? 0 : Math.min(duration, at(run.from)),
      end: i === runs.length - 1 ? duration : Math.min(duration, at(run.to)),
      kind: run.kind,
    }))
    .filter((one) => one.end > one.start);
}
