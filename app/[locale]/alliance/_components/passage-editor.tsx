"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { formatTime } from "@/components/format";
import { describedBy, Field } from "@/components/ui/field";
import type { ReportLanguage, WordPlace } from "@/domain/report/words";
import { savePassage } from "../actions";

/** Milliseconds of rest after which what was written is saved; and between tries while the server cannot be reached. */
const REST = 900;
const AGAIN = 5000;

type Saving =
  | { readonly state: "clean" | "dirty" | "saving" }
  | { readonly state: "saved"; readonly at: Date }
  | { readonly state: "failed"; readonly words: string; readonly retry: boolean };

interface Passage {
  readonly reportId: string;
  readonly place: WordPlace;
  readonly language: ReportLanguage;
}

/** Saves a passage some rest after each change, one save at a time, each from the text the last one left. */
function usePassage(passage: Passage, initial: string) {
  const { reportId, place, language } = passage;
  const [text, setText] = useState(initial);
  const [saving, setSaving] = useState<Saving>({ state: "clean" });
  const base = useRef(initial);
  const latest = useRef(initial);
  const busy = useRef(false);
  const save = useCallback(async () => {
    if (busy.current || latest.current === base.current) return;
    busy.current = true;
    setSaving({ state: "saving" });
    const sent = latest.current;
    try {
      const answer = await savePassage({ reportId, place, language, text: sent, base: base.current });
      if (answer.ok) base.current = answer.kept;
      const more = latest.current !== sent;
      setSaving(
        answer.ok
          ? more
            ? { state: "dirty" }
            : { state: "saved", at: new Date() }
          : { state: "failed", words: answer.words, retry: answer.retry },
      );
    } catch {
      setSaving({ state: "failed", words: "", retry: true });
    }
    busy.current = false;
  }, [reportId, place, language]);
  const write = (value: string) => {
    latest.current = value;
    setText(value);
    setSaving({ state: "dirty" });
  };
  useEffect(() => {
    const wait =
      saving.state === "dirty"
        ? setTimeout(() => void save(), REST)
        : saving.state === "failed" && saving.retry
          ? setTimeout(() => void save(), AGAIN)
          : undefined;
    return () => clearTimeout(wait);
  }, [saving, save]);
  useEffect(() => {
    const leaving = () => document.visibilityState === "hidden" && void save();
    document.addEventListener("visibilitychange", leaving);
    return () => document.removeEventListener("visibilitychange", leaving);
  }, [save]);
  return { text, saving, write, save };
}

function SavingLine({ saving }: { saving: Saving }) {
  const t = useTranslations("alliance.saving");
  if (saving.state === "failed")
    return (
      <p role="alert" className="font-medium text-seal">
        {saving.words} {saving.retry ? t("retry") : t("failed")}
      </p>
    );
  return (
    <p className="text-note text-ink-2" data-saving={saving.state}>
      {saving.state === "saved" ? t("saved", { time: formatTime(saving.at, true) }) : t(saving.state)}
    </p>
  );
}

/** One place of the report in one language: written on, saved by itself. `short`: a title, one line. */
export function PassageEditor({
  passage,
  label,
  hint,
  optional,
  initial,
  short = false,
}: {
  passage: Passage;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  initial: string;
  short?: boolean;
}) {
  const { text, saving, write, save } = usePassage(passage, initial);
  const id = `${passage.place}-${passage.language}`;
  const shared = {
    ...describedBy(id, { hint }),
    value: text,
    lang: passage.language,
    className: "input",
    onBlur: () => void save(),
  };
  const rows = Math.min(16, Math.max(4, Math.ceil(text.length / 34) + text.split("\n").length));
  return (
    <div className="grid gap-1" data-passage={passage.place}>
      <Field id={id} label={label} hint={hint} optional={optional}>
        {short ? (
          <input type="text" {...shared} onChange={(event) => write(event.target.value)} />
        ) : (
          <textarea rows={rows} {...shared} onChange={(event) => write(event.target.value)} />
        )}
      </Field>
      <SavingLine saving={saving} />
    </div>
  );
}
