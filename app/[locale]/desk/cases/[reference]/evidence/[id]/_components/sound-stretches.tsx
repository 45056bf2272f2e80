"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Stretch } from "@/domain/redaction/regions";

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(1).padStart(4, "0")}`;

/** Stretches of a recording that are muted: begun and ended where the sound stands, put right by number, all by key. */
export function SoundStretches({
  src,
  duration,
  stretches,
  onChange,
}: {
  src: string;
  duration: number;
  stretches: readonly Stretch[];
  onChange: (next: Stretch[]) => void;
}) {
  const t = useTranslations("fileRedaction");
  const sound = useRef<HTMLAudioElement>(null);
  const [from, setFrom] = useState<number | null>(null);
  const now = () => Math.round((sound.current?.currentTime ?? 0) * 10) / 10;
  const put = (stretch: Stretch) => onChange(stretches.map((s) => (s.id === stretch.id ? stretch : s)));
  const mark = () => {
    const at = now();
    if (from === null) return setFrom(at);
    setFrom(null);
    if (at === from) return;
    const n = 1 + Math.max(0, ...stretches.map((s) => Number(s.id.slice(2)) || 0));
    const added = { id: `s-${n}`, start: Math.min(from, at), end: Math.max(from, at), on: true };
    onChange([...stretches, added].sort((a, b) => a.start - b.start));
  };
  return (
    <div className="grid gap-4">
      {/* biome-ignore lint/a11y/useMediaCaption: evidence as handed in */}
      <audio ref={sound} controls preload="metadata" src={src} className="w-full max-w-[560px]" />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="button" kind="plain" onClick={mark}>
          {from === null ? t("muteFrom") : t("muteTo", { from: clock(from) })}
        </Button>
        <span className="text-note text-ink-2">{t("muteHow")}</span>
      </div>
      <ol className="grid gap-2">
        {stretches.map((s) => (
          <li key={s.id} className="hair-b flex flex-wrap items-center gap-3 py-2">
            {(["start", "end"] as const).map((edge) => (
              <label key={edge} className="flex items-center gap-2">
                {t(edge)}
                <input
                  type="number"
                  className="input w-[7em]"
                  step={0.1}
                  min={0}
                  max={duration}
                  value={s[edge]}
                  onChange={(e) => put({ ...s, [edge]: Number(e.currentTarget.value) })}
                />
              </label>
            ))}
            <span className={s.on ? "" : "line-through"}>
              {clock(s.start)}–{clock(s.end)}
            </span>
            <Button type="button" kind="link" onClick={() => put({ ...s, on: !s.on })}>
              {t(s.on ? "reject" : "hideAgain")}
            </Button>
          </li>
        ))}
      </ol>
      {stretches.length === 0 && <p className="text-ink-2">{t("nothingMuted")}</p>}
    </div>
  );
}
