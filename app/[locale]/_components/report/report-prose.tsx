import { KeepNumbers } from "@/components/ui/phrases";
import { paragraphs } from "@/domain/report/words";
import type { Worded } from "./report-words";

/** What the editor wrote: paragraphs, or a numbered list of them. */
export function ReportProse({ words, numbered = false }: { words: Worded | null; numbered?: boolean }) {
  if (!words) return null;
  const parts = paragraphs(words.text);
  if (!numbered)
    return (
      <div className="report-flow max-w-measure" lang={words.lang}>
        {parts.map((part) => (
          <p key={part}>
            <KeepNumbers text={part} />
          </p>
        ))}
      </div>
    );
  return (
    <ol className="max-w-measure" lang={words.lang}>
      {parts.map((part, index) => (
        <li key={part} className="grid grid-cols-[2.2em_minmax(0,1fr)] items-baseline py-3 hair-b first:pt-0">
          <span className="num text-lead">{index + 1}</span>
          <p>
            <KeepNumbers text={part} />
          </p>
        </li>
      ))}
    </ol>
  );
}
