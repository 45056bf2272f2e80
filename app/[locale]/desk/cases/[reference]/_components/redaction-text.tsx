"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { redact } from "@/domain/redaction/redact";
import type { RedactionType } from "@/domain/redaction/types";
import { KeyCap } from "../../../_components/key-cap";

/** Hidden from `start` up to and without `end`, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly type: RedactionType;
}

interface Props {
  text: string;
  label: string;
  spans: readonly Stretch[];
  marks: Readonly<Record<RedactionType, string>>;
  /** As the public reads it. */
  result: boolean;
  editable: boolean;
  onAdd: (start: number, end: number) => void;
  /** Takes away the stretch round this place. */
  onRemove: (at: number) => void;
}

/** Where in the text a point of the page lies. */
function offsetIn(root: Node, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The selected part of this text, or the place of the caret. */
function selectedIn(root: HTMLElement): { start: number; end: number } | null {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  return {
    start: offsetIn(root, range.startContainer, range.startOffset),
    end: offsetIn(root, range.endContainer, range.endOffset),
  };
}

/** The text in pieces: plain and hidden ones. */
function piecesOf(text: string, spans: readonly Stretch[]): { text: string; span: Stretch | null; at: number }[] {
  const pieces: { text: string; span: Stretch | null; at: number }[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start > at) pieces.push({ text: text.slice(at, span.start), span: null, at });
    pieces.push({ text: text.slice(span.start, span.end), span, at: span.start });
    at = span.end;
  }
  return at < text.length ? [...pieces, { text: text.slice(at), span: null, at }] : pieces;
}

const MOVES = /^(Arrow|Home|End|Page|Tab|Shift|Control|Alt|Meta|Escape|F\d)/;

/**
 * A text one selects in, with the mouse or with Shift and the arrows, but cannot change: H hides what is selected, Delete shows again what
 * the caret is in. What is hidden is marked with what it is.
 */
export function RedactionText({ text, label, spans, marks, result, editable, onAdd, onRemove }: Props) {
  const t = useTranslations("desk.redaction");
  const types = useTranslations("redaction.type");
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<{ start: number; end: number } | null>(null);
  if (result) return <p className="max-w-measure whitespace-pre-line">{redact(text, [...spans], marks)}</p>;

  const pieces = piecesOf(text, spans).map((piece) =>
    piece.span ? (
      <mark key={piece.at} data-hidden={types(piece.span.type)} className="redacted">
        {piece.text}
      </mark>
    ) : (
      <span key={piece.at}>{piece.text}</span>
    ),
  );
  if (!editable) return <p className="max-w-measure whitespace-pre-line">{pieces}</p>;

  const hide = (stretch: { start: number; end: number } | null) => {
    if (!stretch || stretch.end <= stretch.start) return;
    onAdd(stretch.start, stretch.end);
    setChosen(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || MOVES.test(event.key)) return;
    event.preventDefault();
    const selected = box.current && selectedIn(box.current);
    if (event.key.toLowerCase() === "h") hide(selected);
    else if ((event.key === "Delete" || event.key === "Backspace") && selected) onRemove(selected.start);
  };
  return (
    <div className="grid max-w-measure gap-1">
      {/* biome-ignore lint/a11y/useSemanticElements: a textarea cannot mark stretches of its text */}
      <div
        ref={box}
        role="textbox"
        tabIndex={0}
        aria-multiline="true"
        aria-readonly="true"
        aria-label={t("textOf", { label })}
        contentEditable
        suppressContentEditableWarning
        spellCheck={false}
        onBeforeInput={(event) => event.preventDefault()}
        onPaste={(event) => event.preventDefault()}
        onCut={(event) => event.preventDefault()}
        onDrop={(event) => event.preventDefault()}
        onKeyDown={onKeyDown}
        onSelect={() => setChosen(box.current && selectedIn(box.current))}
        className="redaction-text"
      >
        {pieces}
      </div>
      {chosen && chosen.end > chosen.start && (
        <p>
          <Button type="button" kind="plain" onMouseDown={(event) => event.preventDefault()} onClick={() => hide(chosen)}>
            {t("hide", { words: text.slice(chosen.start, Math.min(chosen.end, chosen.start + 12)) })} <KeyCap>H</KeyCap>
          </Button>
        </p>
      )}
    </div>
  );
}
