import type { ReactNode } from "react";
import type { Day } from "@/domain/day";
import type { Outcome } from "@/domain/findings";
import { DateText } from "../ui/date-text";
import { LocalLink } from "../ui/local-link";
import { Phrases } from "../ui/phrases";
import { FindingMark } from "./marks";

/** A ruling, or an entry of a credit file, in a list: day, what happened, finding, company and clauses. */
export function RulingRow({
  day,
  title,
  href,
  outcome,
  aside,
  children,
  lang,
}: {
  day: Day;
  title: string;
  href?: string;
  outcome?: Outcome;
  /** Instead of a finding: a score, a state. */
  aside?: ReactNode;
  children?: ReactNode;
  /** Language of the title when it is not the page's. */
  lang?: string;
}) {
  const words = <Phrases text={title} />;
  return (
    <li className="ruling-row">
      <DateText day={day} form="day" className="text-small text-ink-2 whitespace-nowrap" />
      <h3 lang={lang}>
        {href ? (
          <LocalLink href={href} className="text-ink visited:text-ink no-underline hover:underline">
            {words}
          </LocalLink>
        ) : (
          words
        )}
      </h3>
      <span className="justify-self-start text-small" data-part="mark">
        {outcome ? <FindingMark outcome={outcome} /> : aside}
      </span>
      {children && <p className="text-small text-ink-2">{children}</p>}
    </li>
  );
}

export function RulingList({ children }: { children: ReactNode }) {
  return <ul className="rulings">{children}</ul>;
}

/** One finding of a ruling: plain title, mark, clause and tier, what was measured, the reason. */
export function FindingArticle({
  title,
  outcome,
  clause,
  measure,
  children,
}: {
  title: string;
  outcome: Outcome;
  clause: ReactNode;
  measure?: ReactNode;
  children: ReactNode;
}) {
  return (
    <article className="finding ink-t grid gap-3 pt-[18px] pb-[26px] first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3>
          <Phrases text={title} />
        </h3>
        <FindingMark outcome={outcome} />
      </div>
      <p className="text-small text-ink-2">{clause}</p>
      {measure}
      <div className="grid max-w-measure gap-3">{children}</div>
    </article>
  );
}
