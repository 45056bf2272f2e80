"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { asksForHuman } from "@/domain/reading/facts";
import { formatPosition } from "../format";
import { Button } from "../ui/button";
import { forViewer, taken } from "./picture-view";
import { TurnList } from "./turn-list";
import { addressOf, type ViewedFile } from "./viewed";

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;
/** Seconds of a jump, and of silence too short to be listed. */
const JUMP = 5;
const SHORT = 3;

/** A recording or film: waveform, stretches, speed, marks, and the lines typed beside it; all of it by key. */
export function SoundView({ file, at }: { file: ViewedFile; at: number | null }) {
  const t = useTranslations("evidenceView.view");
  const states = useTranslations("evidenceView.state");
  const player = useRef<HTMLVideoElement>(null);
  const [now, setNow] = useState(0);
  const [length, setLength] = useState(file.sound?.duration ?? 0);
  const [speed, setSpeed] = useState(2);
  const [playing, setPlaying] = useState(false);
  const [own, setOwn] = useState<readonly number[]>([]);
  const seek = (second: number) => {
    const to = Math.min(Math.max(0, second), length || second);
    if (player.current) player.current.currentTime = to;
    setNow(to);
  };
  const toggle = () => {
    const media = player.current;
    if (!media) return;
    if (media.paused) void media.play().catch(() => undefined);
    else media.pause();
  };
  const faster = (by: number) => setSpeed((s) => Math.min(SPEEDS.length - 1, Math.max(0, s + by)));
  useEffect(() => {
    if (player.current) player.current.playbackRate = SPEEDS[speed] ?? 1;
  }, [speed]);
  useEffect(() => {
    if (at === null || !player.current) return;
    player.current.currentTime = at;
    setNow(at);
  }, [at]);
  const asked = file.transcript.filter((line) => line.side === "user" && asksForHuman(line.text)).map((line) => line.at);
  const marks = [...new Set([...asked, ...own])].sort((a, b) => a - b);
  const toNext = () => {
    const next = marks.find((mark) => mark > now + 0.3) ?? marks[0];
    if (next !== undefined) seek(next);
  };
  const addMark = () => setOwn((all) => [...new Set([...all, Math.round(now)])]);
  function onKey(event: KeyboardEvent) {
    if (!forViewer(event)) return;
    const target = event.target as HTMLElement;
    const onButton = target.tagName === "BUTTON" || target.tagName === "VIDEO";
    const act: Record<string, () => void> = {
      arrowleft: () => seek(now - JUMP),
      arrowright: () => seek(now + JUMP),
      arrowup: () => faster(1),
      arrowdown: () => faster(-1),
      n: toNext,
      m: addMark,
      ...(onButton ? {} : { " ": toggle }),
    };
    const run = act[event.key.toLowerCase()];
    if (!run) return;
    taken(event);
    run();
  }
  const line = file.transcript.findLastIndex((one) => one.at <= now + 0.2);
  const shared = {
    ref: player,
    src: addressOf(file.id),
    preload: "metadata" as const,
    onTimeUpdate: () => setNow(player.current?.currentTime ?? 0),
    onLoadedMetadata: () => {
      const known = player.current?.duration ?? 0;
      if (Number.isFinite(known) && known > 0) setLength(known);
    },
    onPlay: () => setPlaying(true),
    onPause: () => setPlaying(false),
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside, each of which is a button too
    <div onKeyDown={onKey} className="grid gap-3">
      {file.kind === "video" ? (
        <video
          {...shared}
          {...(file.poster ? { poster: `${addressOf(file.id)}?as=preview` } : {})}
          playsInline
          className="max-h-[60vh] max-w-full justify-self-start bg-paper-3"
        />
      ) : (
        <video {...shared} className="hidden" />
      )}
      <Wave file={file} length={length} now={now} marks={marks} onSeek={seek} />
      <div className="flex flex-wrap items-center gap-2">
        <Button type="button" kind="primary" onClick={toggle}>
          {t(playing ? "pause" : "play")}
        </Button>
        <Button type="button" kind="plain" onClick={() => seek(now - JUMP)}>
          {t("back")}
        </Button>
        <Button type="button" kind="plain" onClick={() => seek(now + JUMP)}>
          {t("forward")}
        </Button>
        <select
          className="input w-auto"
          aria-label={t("speed")}
          value={speed}
          onChange={(event) => setSpeed(Number(event.target.value))}
        >
          {SPEEDS.map((one, i) => (
            <option key={one} value={i}>
              {one}×
            </option>
          ))}
        </select>
        <Button type="button" kind="plain" onClick={addMark}>
          {t("mark")}
        </Button>
        {marks.length > 0 && (
          <Button type="button" kind="plain" onClick={toNext}>
            {t("nextMark")}
          </Button>
        )}
        <span className="num text-note text-ink-2">
          {formatPosition(now)} / {formatPosition(length)}
        </span>
      </div>
      {own.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-note" aria-label={t("marks")}>
          {own.map((mark) => (
            <li key={mark}>
              <button type="button" className="underline" onClick={() => seek(mark)}>
                {formatPosition(mark)}
              </button>{" "}
              <button
                type="button"
                aria-label={t("unmark", { at: formatPosition(mark) })}
                onClick={() => setOwn(own.filter((one) => one !== mark))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="text-note text-ink-2">{states(file.state)}</p>
      {file.transcript.length > 0 && (
        <TurnList
          turns={file.transcript.map((one) => ({
            side: one.side,
            text: one.text,
            read: null,
            unsure: false,
            at: formatPosition(one.at),
            box: null,
          }))}
          marked={line < 0 ? null : line}
          onMark={(place) => seek(file.transcript[place ?? line]?.at ?? now)}
        />
      )}
      {file.sound && <Stretches file={file} onSeek={seek} />}
      <p className="text-note text-ink-2 pointer-coarse:hidden">{t("keys")}</p>
    </div>
  );
}

/** The waveform: hold in pale, speech in ink; the position is a slider laid over it, so that finger, mouse and keys move it alike. */
function Wave({
  file,
  length,
  now,
  marks,
  onSeek,
}: {
  file: ViewedFile;
  length: number;
  now: number;
  marks: readonly number[];
  onSeek(second: number): void;
}) {
  const t = useTranslations("evidenceView.view");
  const peaks = file.sound?.peaks ?? [];
  const at = (second: number) => `${length > 0 ? (Math.min(second, length) / length) * 100 : 0}%`;
  const kindAt = (i: number) => {
    const second = ((i + 0.5) / Math.max(1, peaks.length)) * length;
    return file.sound?.segments.find((one) => one.start <= second && second < one.end)?.kind ?? "silence";
  };
  const path = (kind: string) =>
    peaks
      .map((peak, i) =>
        kindAt(i) === kind ? `M${i + 0.5} ${(20 - 19 * peak).toFixed(1)}V${(20 + 19 * peak + 0.2).toFixed(1)}` : "",
      )
      .join("");
  return (
    <div className="relative h-16 border border-line bg-paper has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus">
      {(file.sound?.segments ?? [])
        .filter((one) => one.kind === "hold")
        .map((one) => (
          <span
            key={one.start}
            aria-hidden="true"
            className="absolute inset-y-0 bg-d1"
            style={{ left: at(one.start), width: at(one.end - one.start) }}
          />
        ))}
      <svg
        viewBox={`0 0 ${Math.max(1, peaks.length)} 40`}
        preserveAspectRatio="none"
        className="absolute inset-0 h-full w-full"
        aria-hidden="true"
      >
        <path d={path("silence")} stroke="var(--d2)" strokeWidth="1" vectorEffect="non-scaling-stroke" fill="none" />
        <path d={path("hold")} stroke="var(--d3)" strokeWidth="1" vectorEffect="non-scaling-stroke" fill="none" />
        <path d={path("speech")} stroke="var(--d5)" strokeWidth="1" vectorEffect="non-scaling-stroke" fill="none" />
      </svg>
      {marks.map((mark) => (
        <i
          key={mark}
          aria-hidden="true"
          className="absolute top-0 size-[9px] -translate-x-1/2 rotate-45 bg-ink"
          style={{ left: at(mark) }}
        />
      ))}
      <span aria-hidden="true" className="absolute inset-y-0 w-0.5 -translate-x-px bg-ink" style={{ left: at(now) }} />
      <input
        type="range"
        min={0}
        max={Math.max(1, Math.round(length))}
        step={1}
        value={Math.round(now)}
        onChange={(event) => onSeek(Number(event.target.value))}
        aria-label={t("position")}
        aria-valuetext={`${formatPosition(now)} / ${formatPosition(length)}`}
        className="absolute inset-0 m-0 h-full w-full cursor-pointer opacity-0"
      />
    </div>
  );
}

function Stretches({ file, onSeek }: { file: ViewedFile; onSeek(second: number): void }) {
  const t = useTranslations("evidenceView.view");
  const shown = (file.sound?.segments ?? []).filter((one) => one.kind !== "silence" || one.end - one.start >= SHORT);
  if (shown.length === 0) return null;
  return (
    <details>
      <summary className="py-1 text-note text-act">{t("stretches")}</summary>
      <ol className="flex flex-wrap gap-x-4 gap-y-1 text-note">
        {shown.map((one) => (
          <li key={one.start}>
            <button type="button" className="underline" onClick={() => onSeek(one.start)}>
              {formatPosition(one.start)} {t(`stretch.${one.kind}`, { seconds: Math.round(one.end - one.start) })}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
