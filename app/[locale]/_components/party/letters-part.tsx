import { useTranslations } from "next-intl";
import type { PartyCase } from "@/app/_server/party-case";
import { DateText } from "@/components/ui/date-text";
import { Section } from "@/components/ui/page";
import { dayOf } from "@/domain/day";

/** What the desk wrote to this side, the latest first; nothing where it never wrote. */
export function LettersPart({ of }: { of: PartyCase }) {
  const t = useTranslations("party");
  if (of.letters.length === 0) return null;
  return (
    <Section title={t("letters")} note={t("lettersNote")}>
      <ol>
        {of.letters.map((letter) => (
          <li key={letter.id} className="hair-b grid gap-x-5 gap-y-1 py-3 wide:grid-cols-[8.5em_minmax(0,1fr)]">
            <span className="text-small text-ink-2">
              <DateText day={dayOf(letter.at)} form="date" />
            </span>
            <p lang="zh-Hans" className="max-w-measure whitespace-pre-line">
              {letter.body}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
