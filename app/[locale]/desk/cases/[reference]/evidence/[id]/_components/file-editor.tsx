"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FilePlan, Region } from "@/domain/redaction/regions";
import { keepDecided } from "../actions";
import { PageCanvas } from "./page-canvas";
import { SoundStretches } from "./sound-stretches";
import { TextSpans } from "./text-spans";

interface Props {
  readonly reference: string;
  readonly evidenceId: string;
  readonly revision: number;
  readonly plan: FilePlan;
  /** Of a text file. */
  readonly text: string | null;
  readonly confirmed: boolean;
}

/** What of one file is hidden from the public: pages with regions, a recording with muted stretches, a text with its stretches. */
export function FileEditor({ reference, evidenceId, revision, plan, text, confirmed }: Props) {
  const t = useTranslations("fileRedaction");
  const types = useTranslations("redaction.type");
  const why = useTranslations("redaction.why");
  const [{ regions, stretches, spans }, setDecided] = useState({
    regions: plan.regions,
    stretches: plan.stretches,
    spans: plan.spans,
  });
  const [chosen, setChosen] = useState<string | null>(null);
  const [result, setResult] = useState(false);
  const changed = JSON.stringify([regions, stretches, spans]) !== JSON.stringify([plan.regions, plan.stretches, plan.spans]);
  const setRegions = (next: Region[]) => setDecided({ regions: next, stretches, spans });
  const change = (region: Region) => setRegions(regions.map((r) => (r.id === region.id ? region : r)));
  const nextId = () => `o-${1 + Math.max(0, ...regions.map((r) => (r.id.startsWith("o-") ? Number(r.id.slice(2)) : 0)))}`;
  const add = (page: number, box: Pick<Region, "x" | "y" | "w" | "h">) => {
    const id = nextId();
    setRegions([...regions, { id, page, ...box, type: "OTHER", why: "drawn", by: "officer", on: true }]);
    setChosen(id);
  };
  const typeOf = (region: Region) => (region.type === "OTHER" ? t("other") : types(region.type));
  const labelOf = (region: Region) => t(region.on ? "hiddenRegion" : "openRegion", { type: typeOf(region) });
  const picture = (page: number, as: "original" | "public") =>
    `/api/evidence/${evidenceId}/page?page=${page}${as === "public" ? `&as=public&r=${revision}` : ""}`;
  return (
    <div className="grid gap-5">
      {plan.kind === "pages" && (
        <div className="flex flex-wrap items-center gap-4">
          <Button type="button" kind="plain" aria-pressed={result} disabled={changed} onClick={() => setResult(!result)}>
            {t(result ? "edit" : "preview")}
          </Button>
          <span className="text-note text-ink-2">{t(changed ? "previewAfterSaving" : result ? "previewNote" : "how")}</span>
        </div>
      )}
      {plan.kind === "pages" &&
        Array.from(plan.pages.entries(), ([page, size]) => {
          const here = regions.filter((r) => r.page === page);
          return (
            <section
              key={page}
              aria-label={t("pageAlt", { n: page + 1 })}
              className="grid gap-4 wide:grid-cols-[minmax(0,1fr)_18rem]"
            >
              {result ? (
                // biome-ignore lint/performance/noImgElement: drawn for this page only
                <img src={picture(page, "public")} alt={t("previewAlt", { n: page + 1 })} className="w-full border border-line" />
              ) : (
                <PageCanvas
                  src={picture(page, "original")}
                  page={page}
                  size={size}
                  regions={here}
                  chosen={chosen}
                  labelOf={labelOf}
                  onChoose={setChosen}
                  onChange={change}
                  onAdd={(box) => add(page, box)}
                />
              )}
              <div className="text-small">
                <ul className="grid gap-1">
                  {here.map((region) => (
                    <li
                      key={region.id}
                      className="hair-b flex items-baseline justify-between gap-3 py-1.5"
                      data-chosen={chosen === region.id ? "" : undefined}
                    >
                      <span>
                        <b className="font-medium">{typeOf(region)}</b>{" "}
                        <span className="text-ink-2">{region.why === "drawn" ? t("drawn") : why(region.why)}</span>
                      </span>
                      <Button type="button" kind="link" onClick={() => change({ ...region, on: !region.on })}>
                        {t(region.on ? "reject" : "hideAgain")}
                      </Button>
                    </li>
                  ))}
                </ul>
                {here.length === 0 && <p className="text-ink-2">{t("nothingFound")}</p>}
                {!result && (
                  <Button
                    type="button"
                    kind="plain"
                    className="mt-3"
                    onClick={() => add(page, { x: 0.3, y: 0.45, w: 0.4, h: 0.06 })}
                  >
                    {t("addByKey")}
                  </Button>
                )}
              </div>
            </section>
          );
        })}
      {plan.kind === "sound" && (
        <SoundStretches
          src={`/api/evidence/${evidenceId}`}
          duration={plan.duration ?? 0}
          stretches={stretches}
          onChange={(next) => setDecided({ regions, stretches: next, spans })}
        />
      )}
      {plan.kind === "text" && text !== null && (
        <TextSpans text={text} spans={spans} onChange={(next) => setDecided({ regions, stretches, spans: next })} />
      )}
      <ActionForm action={keepDecided} prefix="file-" className="flex flex-wrap items-center gap-4 border-t border-line pt-4">
        {({ pending, state }) => (
          <>
            <input type="hidden" name="reference" value={reference} />
            <input type="hidden" name="evidenceId" value={evidenceId} />
            <input type="hidden" name="revision" value={revision} />
            <input type="hidden" name="decided" value={JSON.stringify({ regions, stretches, spans })} />
            <Button kind="plain" busy={pending} disabled={!changed}>
              {t("save")}
            </Button>
            <Button name="confirm" value="yes" busy={pending} disabled={confirmed && !changed}>
              {t("confirm")}
            </Button>
            <span className="text-note text-ink-2">{t("confirmNote")}</span>
            {state.status === "ok" && (
              <Notice live>{t(state.result?.saved === "confirmed" ? "confirmedNow" : "savedNow")}</Notice>
            )}
          </>
        )}
      </ActionForm>
    </div>
  );
}
