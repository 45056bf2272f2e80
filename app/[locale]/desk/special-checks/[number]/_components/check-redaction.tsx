import { useTranslations } from "next-intl";
import type { ConfirmedRedactions } from "@/domain/publication/content";
import { propose, REDACTION_TYPES } from "@/domain/redaction";
import type { RedactionType } from "@/domain/redaction/types";
import { type PlaceShown, RedactionEditor } from "../../../cases/[reference]/_components/redaction-editor";
import { confirmHiddenInCheck } from "../actions";

/** What the public will read of a check, with what is hidden in it, to be confirmed. */
export function CheckRedaction({
  number,
  texts,
  confirmed,
  may,
}: {
  number: string;
  texts: Readonly<Record<string, string>>;
  confirmed: ConfirmedRedactions;
  may: boolean;
}) {
  const t = useTranslations("desk.specialChecks.place");
  const hidden = useTranslations("redaction.hidden");
  const why = useTranslations("redaction.why");
  const places: PlaceShown[] = Object.entries(texts).map(([place, text]) => {
    const given = confirmed[place];
    const valid = given?.text === text;
    const proposals = propose(text);
    return {
      place,
      label: t(place as "conclusion"),
      text,
      spans: (valid ? given.spans : proposals).map(({ start, end, type }) => ({ start, end, type })),
      reasons: Object.fromEntries(proposals.map((p) => [`${p.start}-${p.end}`, why(p.why)])),
      confirmed: valid,
    };
  });
  return (
    <RedactionEditor
      key={places.map((p) => `${p.place}${p.text}${p.confirmed}`).join()}
      reference={number}
      places={places}
      marks={Object.fromEntries(REDACTION_TYPES.map((type) => [type, hidden(type)])) as Record<RedactionType, string>}
      may={may}
      action={confirmHiddenInCheck}
    />
  );
}
