"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { MARKS } from "@/domain/redaction/redact";
import { REDACTION_TYPES, type Redaction, type RedactionType } from "@/domain/redaction/types";
import { RedactionText } from "../../../_components/redaction-text";

/** A text export with what is hidden in it, as in the texts of a ruling. */
export function TextSpans({
  text,
  spans,
  onChange,
}: {
  text: string;
  spans: readonly Redaction[];
  onChange: (next: Redaction[]) => void;
}) {
  const t = useTranslations("fileRedaction");
  const types = useTranslations("redaction.type");
  const hidden = useTranslations("redaction.hidden");
  const [type, setType] = useState<RedactionType>("NAME");
  const [result, setResult] = useState(false);
  const marks = Object.fromEntries(REDACTION_TYPES.map((one) => [one, hidden(one)])) as typeof MARKS;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <Button type="button" kind="plain" aria-pressed={result} onClick={() => setResult(!result)}>
          {t(result ? "edit" : "preview")}
        </Button>
        {!result && (
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
      </div>
      <RedactionText
        text={text}
        label={t("fileText")}
        spans={spans}
        marks={marks}
        result={result}
        editable={!result}
        onAdd={(start, end) =>
          onChange(
            [...spans.filter((s) => s.end <= start || s.start >= end), { start, end, type }].sort((a, b) => a.start - b.start),
          )
        }
        onRemove={(at) => onChange(spans.filter((s) => !(s.start <= at && at <= s.end)))}
      />
    </div>
  );
}
