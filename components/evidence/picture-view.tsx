"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "../ui/button";
import { ScrollRegion } from "../ui/table";
import { TurnList } from "./turn-list";
import { addressOf, type ViewedFile } from "./viewed";

const STEPS = [1, 1.5, 2, 3, 4, 6] as const;

/** Takes a key for the viewer alone: the page's own keys must not act on it too. */
export function taken(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
  event.nativeEvent.stopImmediatePropagation();
}
/** Keys belong to the viewer unless one types, or holds a modifier. */
export const forViewer = (event: KeyboardEvent) =>
  !(event.ctrlKey || event.metaKey || event.altKey) && !/^(?:TEXTAREA|SELECT)$/.test((event.target as HTMLElement).tagName);

/** A picture that zooms and rotates with the turns read in it beside; another picture may stand beside it. */
export function PictureView({ file, others, line }: { file: ViewedFile; others: readonly ViewedFile[]; line: number | null }) {
  const t = useTranslations("evidenceView.view");
  const states = useTranslations("evidenceView.state");
  const [step, setStep] = useState(0);
  const [quarter, setQuarter] = useState(0);
  const [beside, setBeside] = useState("");
  const [marked, setMarked] = useState<number | null>(line);
  useEffect(() => setMarked(line), [line]);
  const zoom = STEPS[step] ?? 1;
  const other = others.find((one) => one.id === beside);
  const move = (by: number) =>
    setMarked((at) => (file.turns.length === 0 ? null : Math.min(file.turns.length - 1, Math.max(0, (at ?? -1) + by))));
  function onKey(event: KeyboardEvent) {
    if (!forViewer(event)) return;
    const act: Record<string, () => void> = {
      "+": () => setStep((s) => Math.min(STEPS.length - 1, s + 1)),
      "=": () => setStep((s) => Math.min(STEPS.length - 1, s + 1)),
      "-": () => setStep((s) => Math.max(0, s - 1)),
      "0": () => setStep(0),
      r: () => setQuarter((q) => (q + 1) % 4),
      j: () => move(1),
      k: () => move(-1),
    };
    const run = act[event.key.toLowerCase()];
    if (!run) return;
    taken(event);
    run();
  }
  const withTurns = file.turns.length > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the controls inside, each of which is a button too
    <div onKeyDown={onKey}>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <Button type="button" kind="plain" disabled={step === 0} onClick={() => setStep(step - 1)}>
          {t("smaller")}
        </Button>
        <Button type="button" kind="plain" disabled={step === STEPS.length - 1} onClick={() => setStep(step + 1)}>
          {t("larger")}
        </Button>
        <span className="min-w-[3em] text-note text-ink-2" aria-live="polite">
          {Math.round(zoom * 100)}%
        </span>
        <Button type="button" kind="plain" onClick={() => setQuarter((quarter + 1) % 4)}>
          {t("turn")}
        </Button>
        {others.length > 0 && (
          <select
            className="input w-auto"
            aria-label={t("besideLabel")}
            value={beside}
            onChange={(e) => setBeside(e.target.value)}
          >
            <option value="">{t("alone")}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {t("beside", { name: one.name })}
              </option>
            ))}
          </select>
        )}
      </div>
      <div className={withTurns && !other ? "grid items-start gap-4 wide:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]" : "grid gap-4"}>
        <div className={other ? "grid grid-cols-2 gap-2" : ""}>
          <Canvas file={file} zoom={zoom} quarter={quarter} marked={marked} />
          {other && <Canvas file={other} zoom={zoom} quarter={0} marked={null} />}
        </div>
        <div className={other ? "grid grid-cols-2 gap-2" : ""}>
          <div>
            <p className="mb-2 text-note text-ink-2">{states(file.state)}</p>
            {withTurns && <TurnList turns={file.turns} marked={marked} onMark={setMarked} />}
          </div>
          {other && (
            <div>
              <p className="mb-2 text-note text-ink-2">{states(other.state)}</p>
              {other.turns.length > 0 && <TurnList turns={other.turns} marked={null} onMark={() => undefined} />}
            </div>
          )}
        </div>
      </div>
      <p className="mt-2 text-note text-ink-2 pointer-coarse:hidden">{t("pictureKeys")}</p>
    </div>
  );
}

function Canvas({ file, zoom, quarter, marked }: { file: ViewedFile; zoom: number; quarter: number; marked: number | null }) {
  const t = useTranslations("evidenceView.view");
  const [size, setSize] = useState<{ w: number; h: number } | null>(null);
  const [broken, setBroken] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const box = marked === null ? null : (file.turns[marked]?.box ?? null);
  const onSide = quarter % 2 === 1;
  useEffect(() => {
    const region = place.current?.parentElement;
    const height = place.current?.clientHeight ?? 0;
    if (box && region && quarter === 0) region.scrollTo({ top: box.top * height - region.clientHeight / 3 });
  }, [box, quarter]);
  if (broken) return <p className="text-ink-2">{t("cannotDraw")}</p>;
  const ratio = size ? size.w / size.h : null;
  return (
    <ScrollRegion
      label={t("pictureOf", { name: file.name })}
      className="max-h-[75vh] overflow-y-auto border border-line bg-paper-2"
    >
      <div
        ref={place}
        className="relative"
        style={{ width: `${zoom * 100}%`, ...(ratio ? { aspectRatio: onSide ? 1 / ratio : ratio } : {}) }}
      >
        <div
          className={ratio ? "absolute top-1/2 left-1/2" : ""}
          style={
            ratio
              ? { width: onSide ? `${ratio * 100}%` : "100%", transform: `translate(-50%, -50%) rotate(${quarter * 90}deg)` }
              : {}
          }
        >
          {/* biome-ignore lint/performance/noImgElement: sealed evidence is never optimised or cached */}
          <img
            src={`${addressOf(file.id)}?as=preview`}
            alt={t("alt", { name: file.name })}
            className="block w-full max-w-none"
            onLoad={(e) => setSize({ w: e.currentTarget.naturalWidth, h: e.currentTarget.naturalHeight })}
            onError={() => setBroken(true)}
          />
          {box && (
            <span
              aria-hidden="true"
              className="pointer-events-none absolute border-2 border-ink bg-mark/40 outline-2 outline-paper mix-blend-multiply"
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
    </ScrollRegion>
  );
}
