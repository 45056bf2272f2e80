import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/components/format";
import { Checklist } from "@/components/ui/notice";
import { isClauseId } from "@/domain/clauses";
import type { DeskCase } from "../_server/desk-case";

/** What is left to do before the next decision; done steps stay, filled. */
export function LeftToDo({ file }: { file: DeskCase }) {
  const t = useTranslations("desk.todo");
  const locale = useLocale();
  if (file.todo.length === 0) return null;
  return (
    <Checklist
      items={file.todo.map((item, i) => ({
        key: `${i}${item.key}`,
        done: item.done,
        words: t.rich(item.key as "bound", {
          clause: item.clause && isClauseId(item.clause) ? item.clause : "",
          n: item.n ?? 0,
          day: item.day ? formatDay(item.day, locale, "weekday") : "",
          b: (chunks) => <b className="font-medium">{chunks}</b>,
        }),
      }))}
    />
  );
}
