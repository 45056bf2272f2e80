"use client";

import { useTranslations } from "next-intl";
import { QueueAxisCell } from "@/components/case/queue-axis";
import { LocalLink } from "@/components/ui/local-link";
import { QueueActs } from "./queue-acts";
import { COLUMNS, type RowAct } from "./queue-columns";
import { QUEUE_FORM, useKeeper } from "./queue-keeper";
import { PeekWords } from "./queue-peek";

/** A case's line in words of the reader's language. */
export interface RowWords {
  readonly reference: string;
  /** Working days: left, or late when negative; null when nothing is owed. */
  readonly days: number | null;
  readonly paused: boolean;
  readonly left: string;
  /** The day with the tag of an exchanged weekend; for a paused clock what it waits for; where nothing is owed the day of filing. */
  readonly due: { readonly words: string; readonly day?: string; readonly tag?: string; readonly filed?: string };
  readonly duty: string;
  readonly company: string;
  /** Says that the company is not bound to the register yet; null when it is. */
  readonly unbound: string | null;
  readonly matter: string;
  readonly clauses: readonly string[];
  /** 图3 音2: how many files of each kind; `filesSaid` for those who listen. */
  readonly files: string;
  readonly filesSaid: string;
  readonly state: string;
  readonly stateWords: string;
  readonly officer: string;
  readonly pick: string;
  readonly acts: readonly RowAct[];
}

function Due({ due }: { due: RowWords["due"] }) {
  if (!due.day) return due.words;
  const day = <time dateTime={due.day}>{due.words}</time>;
  if (due.filed)
    return (
      <span className="text-ink-2">
        {due.filed} {day}
      </span>
    );
  return (
    <>
      {day}
      {due.tag && <span className="ml-1">{due.tag}</span>}
    </>
  );
}

/** Chooses a case for an act on several. */
function Pick({ reference, label }: { reference: string; label: string }) {
  const keeper = useKeeper();
  return (
    <label className="flex size-8 items-center justify-center">
      <input
        type="checkbox"
        name="references[]"
        value={reference}
        form={QUEUE_FORM}
        aria-label={label}
        checked={keeper.chosen.has(reference)}
        onChange={() => keeper.pick(reference)}
      />
    </label>
  );
}

function Line({ row }: { row: RowWords }) {
  const keeper = useKeeper();
  return (
    <tr
      aria-selected={keeper.cursor === row.reference || undefined}
      onFocus={() => keeper.put(row.reference)}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest("a, input, label")) keeper.put(row.reference);
      }}
    >
      <td data-col="pick" className="w-10 pl-3">
        <Pick reference={row.reference} label={row.pick} />
      </td>
      {row.days === null ? <td className="axis" /> : <QueueAxisCell daysLeft={row.days} paused={row.paused} />}
      <td data-col="left">
        {row.left && <b className={`font-medium ${!row.paused && (row.days ?? 1) <= 0 ? "text-seal" : ""}`}>{row.left}</b>}
      </td>
      <td data-col="due">
        <Due due={row.due} />
      </td>
      <td data-col="duty">{row.duty}</td>
      <td data-col="reference" className="text-ink-2">
        <LocalLink
          href={`/desk/cases/${row.reference}`}
          data-row-link={row.reference}
          className="text-ink-2 visited:text-ink-2 no-underline hover:underline"
        >
          <span className="sr-only">{row.reference.slice(0, 5)}</span>
          {row.reference.slice(5)}
        </LocalLink>
      </td>
      <td data-col="company">
        {row.unbound ? (
          <span className="text-ink-2" title={row.unbound}>
            {row.company}
          </span>
        ) : (
          row.company
        )}
      </td>
      <td data-col="matter" data-wrap="" className="w-full min-w-[15em]">
        {row.matter}
      </td>
      <td data-col="clauses" className="text-ink-2">
        {row.clauses.map((clause, i) => (
          <span key={clause} className={i === 0 ? "mr-3 font-medium text-ink" : ""}>
            {clause}
          </span>
        ))}
      </td>
      <td data-col="evidence" className="text-ink-2">
        <span aria-hidden="true">{row.files}</span>
        <span className="sr-only">{row.filesSaid}</span>
      </td>
      <td data-col="state">
        <span className="state-mark" data-state={row.state}>
          {row.stateWords}
        </span>
      </td>
      <td data-col="officer" className="pr-4 text-ink-2">
        {row.officer}
      </td>
    </tr>
  );
}

/** What opens in place under the row with the cursor: acts at once, the person's words as soon as they are read. */
function Peek({ row }: { row: RowWords }) {
  const label = useTranslations("desk.peek")("words");
  return (
    <tr data-peek="" data-keys-current="">
      <td />
      <td className="axis" />
      <td colSpan={COLUMNS.length}>
        <section aria-label={label} className="queue-peek grid gap-x-9 gap-y-2 wide:grid-cols-[minmax(0,1fr)_300px]">
          <PeekWords reference={row.reference}>
            <QueueActs reference={row.reference} acts={row.acts} />
          </PeekWords>
        </section>
      </td>
    </tr>
  );
}

/** Cases of the queue, the one under the cursor open. */
export function QueueLines({ rows }: { rows: readonly RowWords[] }) {
  const keeper = useKeeper();
  return rows.map((row) => [
    <Line key={row.reference} row={row} />,
    keeper.open && keeper.cursor === row.reference ? <Peek key={`${row.reference} open`} row={row} /> : null,
  ]);
}
