import { useTranslations } from "next-intl";
import { clauseKey } from "@/domain/clauses";
import { propose, REDACTION_TYPES } from "@/domain/redaction";
import type { DeskCase } from "../_server/desk-case";
import { type PlaceShown, RedactionEditor } from "./redaction-editor";

/** Every text of the ruling the public will read, with what is hidden in it, to be confirmed. */
export function RedactionPart({ file, may }: { file: DeskCase; may: boolean }) {
  const t = useTranslations("desk.redaction");
  const clauses = useTranslations("clauses");
  const hidden = useTranslations("redaction.hidden");
  const why = useTranslations("redaction.why");
  const clauseOf = new Map(file.ruling?.findings.map((f) => [f.id, f.clause]));
  const labelOf = (place: string): string => {
    const [, id, field] = place.split(".");
    if (!id || !field) return t(`place.${place as "title"}`);
    const clause = clauseOf.get(id) ?? "";
    const name = clause === "" ? "" : clauses(`${clauseKey(clause)}.title` as "A1_1.title");
    return `${clause} ${name} ${t(`place.${field as "facts"}`)}`;
  };
  const places: PlaceShown[] = Object.entries(file.texts)
    .filter(([, text]) => text !== "")
    .map(([place, text]) => {
      const confirmed = file.confirmed[place];
      const valid = confirmed?.text === text;
      const proposals = propose(text);
      return {
        place,
        label: labelOf(place),
        text,
        spans: (valid ? confirmed.spans : proposals).map(({ start, end, type }) => ({ start, end, type })),
        reasons: Object.fromEntries(proposals.map((p) => [`${p.start}-${p.end}`, why(p.why)])),
        confirmed: valid,
      };
    });
  return (
    <RedactionEditor
      key={places.map((p) => `${p.place}${p.text}${p.confirmed}`).join()}
      reference={file.row.reference}
      places={places}
      marks={
        Object.fromEntries(REDACTION_TYPES.map((type) => [type, hidden(type)])) as Record<
          (typeof REDACTION_TYPES)[number],
          string
        >
      }
      may={may}
    />
  );
}
