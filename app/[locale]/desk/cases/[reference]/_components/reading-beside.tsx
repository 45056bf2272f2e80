"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { formatPosition } from "@/components/format";
import type { ReadingContent } from "@/domain/reading/content";

/** A reading as the viewer knows it. */
export type ViewedReading =
  | { readonly state: "waiting" | "failed" }
  | { readonly state: "done"; readonly content: ReadingContent };

/** Below this the recogniser doubts a turn itself; it is marked so that nobody takes it for certain. */
const DOUBT = 70;

/** A picture with the turns read in it: pointing at one marks the other. Without a reading it is the picture alone. */
export function PictureWithTurns({
  src,
  alt,
  zoom,
  reading,
}: {
  src: string;
  alt: string;
  zoom: number;
  reading: ViewedReading | null;
}) {
  const t = useTranslations("desk.case.reading");
  const [marked, setMarked] = useState<number | null>(null);
  const chat = reading?.state === "done" && reading.content.kind === "chat" ? reading.content : null;
  const box = chat && marked !== null ? chat.turns[marked]?.box : undefined;
  return (
    <div
      className={
        chat && chat.turns.length > 0 ? "grid items-start gap-4 p-1 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]" : "grid gap-3 p-1"
      }
    >
      <div className="overflow-x-auto">
        <div className="relative" style={{ width: `${zoom * 100}%` }}>
          {/* biome-ignore lint/performance/noImgElement: sealed evidence is never optimised or cached */}
          <img src={src} alt={alt} className="block w-full max-w-none" />
          {box && (
            <span
              aria-hidden="true"
              className="pointer-events-none absolute border-2 border-seal"
              style={{
                left: `${box.left * 100}%`,
                top: `${box.top * 100}%`,
                width: `${(box.right - box.left) * 100}%`,
                height: `${(box.bottom - box.top) * 100}%`,
              }}
            />
          )}
        </div>
      </div>
      <div className="grid gap-2">
        <p className="text-note text-ink-2">{stateWords(reading, t)}</p>
        {chat && chat.turns.length > 0 && (
          <ol className="grid gap-1">
            {chat.turns.map((turn, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a reading never changes its order
              <li key={i}>
                <button
                  type="button"
                  className="w-full px-2 py-1 text-left hair-b"
                  aria-pressed={marked === i}
                  onClick={() => setMarked(marked === i ? null : i)}
                  onFocus={() => setMarked(i)}
                  onMouseEnter={() => setMarked(i)}
                >
                  <span className="text-note text-ink-2">
                    {t(`side.${turn.side}`)}
                    {turn.at && ` ${turn.at.text}`}
                    {turn.confidence < DOUBT && ` ${t("unsure")}`}
                  </span>
                  <span className="block">{turn.text}</span>
                </button>
              </li>
            ))}
          </ol>
        )}
        {chat && chat.facts.length > 0 && (
          <div>
            <p className="font-medium">{t("facts")}</p>
            <ul className="grid gap-1">
              {chat.facts.map((fact) => (
                <li key={`${fact.fact}-${fact.proof.join("-")}`}>
                  {t(`fact.${fact.fact}`, { value: String(fact.value) })}{" "}
                  <span className="text-note text-ink-2">{t("proof", { lines: fact.proof.map((p) => p + 1).join(", ") })}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}

/** A recording with its stretches: each is a button that plays from there. */
export function SoundStretches({ src, reading }: { src: string; reading: ViewedReading | null }) {
  const t = useTranslations("desk.case.reading");
  const player = useRef<HTMLAudioElement>(null);
  const sound = reading?.state === "done" && reading.content.kind === "sound" ? reading.content : null;
  const playFrom = (second: number) => {
    if (!player.current) return;
    player.current.currentTime = second;
    void player.current.play();
  };
  return (
    <div className="grid gap-2">
      {/* biome-ignore lint/a11y/useMediaCaption: evidence has no captions; what is heard in it is written in the facts */}
      <audio ref={player} controls preload="metadata" src={src} className="w-full max-w-[560px]" />
      <p className="text-note text-ink-2">{stateWords(reading, t)}</p>
      {sound && (
        <ol className="flex flex-wrap gap-x-4 gap-y-1">
          {sound.segments
            .filter((segment) => segment.kind !== "silence" || segment.end - segment.start >= 3)
            .map((segment) => (
              <li key={segment.start}>
                <button type="button" className="underline" onClick={() => playFrom(segment.start)}>
                  {formatPosition(Math.round(segment.start))}{" "}
                  {t(`stretch.${segment.kind}`, { seconds: Math.round(segment.end - segment.start) })}
                </button>
              </li>
            ))}
        </ol>
      )}
    </div>
  );
}

function stateWords(reading: ViewedReading | null, t: ReturnType<typeof useTranslations<"desk.case.reading">>): string {
  if (!reading) return t("notRead");
  if (reading.state !== "done") return t(reading.state);
  if (reading.content.kind === "sound") return t("heard");
  return reading.content.turns.length === 0 ? t("nothing") : t("read");
}
