"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "../ui/button";
import { ScrollRegion } from "../ui/table";
import { TurnList } from "./turn-list";
import { addressOf, type ViewedFile } from "./viewed";

/** A PDF page by page: its picture, its text beside; nothing of the file itself is opened in the browser. */
export function PaperView({ file }: { file: ViewedFile }) {
  const t = useTranslations("evidenceView.view");
  const states = useTranslations("evidenceView.state");
  const pages = file.pages ?? [""];
  const [page, setPage] = useState(0);
  const [broken, setBroken] = useState(false);
  if (broken) return <p className="text-ink-2">{t("cannotDraw")}</p>;
  return (
    <div>
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <Button type="button" kind="plain" disabled={page === 0} onClick={() => setPage(page - 1)}>
          {t("prevPage")}
        </Button>
        <Button type="button" kind="plain" disabled={page >= pages.length - 1} onClick={() => setPage(page + 1)}>
          {t("nextPage")}
        </Button>
        <span className="text-note text-ink-2" aria-live="polite">
          {page + 1} / {pages.length}
        </span>
      </p>
      <div className="grid items-start gap-4 wide:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <ScrollRegion
          label={t("pageOf", { name: file.name, page: page + 1 })}
          className="max-h-[80vh] overflow-y-auto border border-line bg-paper-2"
        >
          {/* biome-ignore lint/performance/noImgElement: sealed evidence is never optimised or cached */}
          <img
            key={page}
            src={`${addressOf(file.id)}/page?page=${page}`}
            alt={t("pageOf", { name: file.name, page: page + 1 })}
            className="block w-full"
            onError={() => setBroken(true)}
          />
        </ScrollRegion>
        <div>
          <p className="mb-2 text-note text-ink-2">{file.turns.length > 0 ? states("text") : t("pageText")}</p>
          {file.turns.length > 0 ? (
            <TurnList turns={file.turns} marked={null} onMark={() => undefined} />
          ) : (
            <p className="max-h-[75vh] overflow-y-auto wrap-anywhere whitespace-pre-line">
              {pages[page]?.trim() || t(file.pages ? "noPageText" : "noPageText")}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

/** Characters of a text file shown in place. */
const TEXT_SHOWN = 200_000;

/** An export of a chat: its turns, and the whole text on request. */
export function TextView({ file, line }: { file: ViewedFile; line: number | null }) {
  const t = useTranslations("evidenceView.view");
  const states = useTranslations("evidenceView.state");
  const [marked, setMarked] = useState<number | null>(line);
  const [text, setText] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => setMarked(line), [line]);
  async function load() {
    try {
      const answer = await fetch(addressOf(file.id));
      if (!answer.ok) throw new Error(String(answer.status));
      setText((await answer.text()).slice(0, TEXT_SHOWN));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }
  return (
    <div className="grid gap-2">
      <p className="text-note text-ink-2">{states(file.state)}</p>
      {file.turns.length > 0 && <TurnList turns={file.turns} marked={marked} onMark={setMarked} />}
      {text === null ? (
        <p>
          <Button type="button" kind="plain" onClick={() => void load()}>
            {t("readText")}
          </Button>
          {failed && <span className="ml-3">{t("failed")}</span>}
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key (WCAG 2.1.1)
        <pre tabIndex={0} className="max-h-[60vh] overflow-auto border border-line p-3 font-sans whitespace-pre-wrap">
          {text}
        </pre>
      )}
    </div>
  );
}
