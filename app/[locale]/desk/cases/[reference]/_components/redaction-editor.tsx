"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { REDACTION_TYPES, type RedactionType } from "@/domain/redaction/types";
import { KeyCap } from "../../../_components/key-cap";
import { confirmHidden } from "../ruling-actions";
import { RedactionText, type Stretch } from "./redaction-text";

/** A text of the ruling by its place, with what is hidden in it. */
export interface PlaceShown {
  readonly place: string;
  readonly label: string;
  readonly text: string;
  readonly spans: readonly Stretch[];
  /** Why a stretch was proposed, by "start-end". */
  readonly reasons: Readonly<Record<string, string>>;
  /** Confirmed for exactly this text. */
  readonly confirmed: boolean;
}

interface Props {
  reference: string;
  places: readonly PlaceShown[];
  /** What stands in place of a hidden stretch, in the reader's words. */
  marks: Readonly<Record<RedactionType, string>>;
  may: boolean;
  /** Takes reference, spans and texts as seen; that of a ruling unless another is given. */
  action?: ComponentProps<typeof ActionForm>["action"];
}

/** Adds a stretch; those it touches become one with it. */
function withStretch(spans: readonly Stretch[], added: Stretch): Stretch[] {
  const apart = spans.filter((s) => s.end <= added.start || s.start >= added.end);
  const touching = spans.filter((s) => !apart.includes(s));
  const whole = {
    ...added,
    start: Math.min(added.start, ...touching.map((s) => s.start)),
    end: Math.max(added.end, ...touching.map((s) => s.end)),
  };
  return [...apart, whole].sort((a, b) => a.start - b.start);
}

const same = (a: readonly Stretch[], b: readonly Stretch[]) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What the public will read, text by text. Proposed stretches are marked; one selects more with mouse or keys, takes marks away, looks at
 * the result, and confirms. A confirmation holds for the text as it stands.
 */
export function RedactionEditor({ reference, places, marks, may, action = confirmHidden }: Props) {
  const t = useTranslations("desk.redaction");
  const types = useTranslations("redaction.type");
  const [spans, setSpans] = useState<Readonly<Record<string, readonly Stretch[]>>>(
    Object.fromEntries(places.map((p) => [p.place, p.spans])),
  );
  const [type, setType] = useState<RedactionType>("NAME");
  const [result, setResult] = useState(false);
  const open = places.filter((p) => !p.confirmed || !same(spans[p.place] ?? [], p.spans));
  const change = (place: string, next: readonly Stretch[]) => setSpans({ ...spans, [place]: next });
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="button" kind="plain" aria-pressed={result} onClick={() => setResult(!result)} data-key="w">
          {result ? t("showOriginal") : t("showResult")} <KeyCap>W</KeyCap>
        </Button>
        {may && !result && (
          <label className="flex items-center gap-2">
            {t("as")}
            <select className="input w-auto pr-9" value={type} onChange={(e) => setType(e.currentTarget.value as RedactionType)}>
              {REDACTION_TYPES.map((one) => (
                <option key={one} value={one}>
                  {types(one)}
                </option>
              ))}
            </select>
          </label>
        )}
        <span className="text-note text-ink-2">{may && !result ? t("how") : t("resultNote")}</span>
      </div>
      {places.map((place) => (
        <section key={place.place} aria-label={place.label} className="grid gap-1.5 border-t border-line pt-3">
          <h3 className="flex items-baseline gap-2 font-sans text-body font-medium">
            <span className="box" data-done={open.includes(place) ? undefined : ""} />
            {place.label}
            <small className="text-note font-normal text-ink-2">{t(open.includes(place) ? "unconfirmed" : "confirmed")}</small>
          </h3>
          <RedactionText
            text={place.text}
            label={place.label}
            spans={spans[place.place] ?? []}
            marks={marks}
            result={result}
            editable={may && !result}
            onAdd={(start, end) => change(place.place, withStretch(spans[place.place] ?? [], { start, end, type }))}
            onRemove={(at) =>
              change(
                place.place,
                (spans[place.place] ?? []).filter((s) => !(s.start <= at && at <= s.end)),
              )
            }
          />
          {may && !result && (spans[place.place] ?? []).length > 0 && (
            <ul className="flex flex-wrap gap-x-5 gap-y-1 text-note">
              {(spans[place.place] ?? []).map((s) => (
                <li key={s.start}>
                  <mark>{place.text.slice(s.start, s.end)}</mark> <span className="text-ink-2">{types(s.type)}</span>{" "}
                  <span className="text-ink-3">{place.reasons[`${s.start}-${s.end}`]}</span>{" "}
                  <Button
                    type="button"
                    kind="link"
                    onClick={() =>
                      change(
                        place.place,
                        (spans[place.place] ?? []).filter((one) => one !== s),
                      )
                    }
                  >
                    {t("unhide")}
                    <span className="sr-only">{place.text.slice(s.start, s.end)}</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {may && (
        <ActionForm action={action} prefix="redaction-" className="flex flex-wrap items-center gap-4">
          {({ pending }) => (
            <>
              <input type="hidden" name="reference" value={reference} />
              <input
                type="hidden"
                name="spans"
                value={JSON.stringify(Object.fromEntries(open.map((p) => [p.place, spans[p.place] ?? []])))}
              />
              <input type="hidden" name="seen" value={JSON.stringify(Object.fromEntries(open.map((p) => [p.place, p.text])))} />
              <Button busy={pending} disabled={open.length === 0} data-key="y">
                {open.length === 0 ? t("allConfirmed") : t("confirmAll", { n: open.length })} <KeyCap>Y</KeyCap>
              </Button>
              <span className="text-note text-ink-2">{t("confirmNote")}</span>
            </>
          )}
        </ActionForm>
      )}
    </div>
  );
}
