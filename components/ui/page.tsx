import type { ReactNode } from "react";
import { KeepNumbers, Phrases } from "./phrases";

const WIDTHS = {
  page: "page-width",
  desk: "min-w-0 flex-1",
  ask: "mx-auto w-full max-w-[calc(640px+2*var(--gutter))] px-(--gutter) pb-12",
} as const;

/** The text of a page, where the skip link leads. `ask`: one question, one narrow column. */
export function Page({ children, width = "page", lang }: { children: ReactNode; width?: keyof typeof WIDTHS; lang?: string }) {
  return (
    <main id="main" tabIndex={-1} lang={lang} className={`${WIDTHS[width]} focus:outline-none`}>
      {children}
    </main>
  );
}

/** Text that may break between phrases when it is a plain string. */
function phrased(text: ReactNode): ReactNode {
  return typeof text === "string" ? <Phrases text={text} /> : text;
}

interface HeadProps {
  title: ReactNode;
  /** Above the title, small: where one is, the company, the period. */
  kicker?: ReactNode;
  lead?: ReactNode;
  /** Below, small, in one line that wraps: numbers, dates, state. */
  meta?: ReactNode[];
  /** At the right edge: a seal, a state. */
  side?: ReactNode;
  /** 900 weight and the largest size: home, report. */
  display?: boolean;
}

/** Head of a page: says what happened or what is asked. */
export function PageHead({ title, kicker, lead, meta, side, display = false }: HeadProps) {
  return (
    <div className="grid gap-4 pt-[26px] wide:pt-[34px]">
      <div className="flex items-start justify-between gap-5 wide:gap-8">
        <div className="grid min-w-0 gap-1">
          {kicker && <div className="text-small text-ink-2">{kicker}</div>}
          <h1 className={`${display ? "text-display font-black" : "text-h1"} max-w-[17em]`}>{phrased(title)}</h1>
        </div>
        {side}
      </div>
      {lead && <div className="max-w-[34em] text-lead">{typeof lead === "string" ? <KeepNumbers text={lead} /> : lead}</div>}
      {meta && (
        <ul className="flex flex-wrap gap-x-[26px] gap-y-0.5 text-small text-ink-2">
          {meta.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed line
            <li key={index}>{item}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface SectionProps {
  title: ReactNode;
  /** Under the heading, small; a string or what holds links. */
  note?: ReactNode;
  id?: string;
  children: ReactNode;
  /** Less room above, right after a page's head. */
  close?: boolean;
}

/** A section of the ledger: a rule opens it, the heading stands in the margin, the matter on the right. */
export function Section({ title, note, id, children, close = false }: SectionProps) {
  return (
    <section id={id} className={`section rule-t ${close ? "mt-8" : "mt-12 wide:mt-18"}`}>
      <header className="grid content-start gap-2">
        <h2>{phrased(title)}</h2>
        {typeof note === "string" ? (
          <p className="text-small text-ink-2">{note}</p>
        ) : (
          note && <div className="grid gap-2 text-small text-ink-2">{note}</div>
        )}
      </header>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

/** 文武线: under the masthead, over a ruling, on a receipt. */
export function Wenwu({ className = "" }: { className?: string }) {
  return <div className={`wenwu ${className}`} />;
}

/** Double frame round a case study: what stands in the margin, and the text. */
export function StudyFrame({ margin, children }: { margin: ReactNode; children: ReactNode }) {
  return (
    <div className="study wenwu-frame grid gap-x-12 gap-y-4 px-4 py-[18px] wide:grid-cols-[216px_minmax(0,1fr)] wide:px-[30px] wide:pt-[26px] wide:pb-7">
      <div>{margin}</div>
      <div className="grid content-start gap-3.5">{children}</div>
    </div>
  );
}

/** Figures that stand beside a score or open a report: two a row on the phone, all in one line where there is room. */
export function FigureRow({
  figures,
  ruled = false,
}: {
  figures: { key: string; figure: ReactNode; words: ReactNode }[];
  ruled?: boolean;
}) {
  return (
    <dl className={`figures ${ruled ? "ink-t ink-b" : ""}`} data-count={figures.length}>
      {figures.map(({ key, figure, words }) => (
        <div key={key} className="flex flex-col-reverse justify-end">
          <dt className="mt-1.5 text-note leading-[1.5] text-ink-2">{words}</dt>
          <dd className="num text-[1.875rem] leading-[1.2]">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
