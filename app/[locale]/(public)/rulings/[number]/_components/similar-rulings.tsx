import { getLocale, getTranslations } from "next-intl/server";
import { hiddenWords } from "@/app/_server/hidden-words";
import { RulingList } from "@/components/case/ruling-row";
import { LocalLink } from "@/components/ui/local-link";
import { Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import type { PublishedRuling } from "@/db/queries/public-record";
import { inWords } from "@/domain/redaction";
import { similarRulings } from "@/services/similar-rulings";
import { FoundRow } from "../../_components/found-row";

const SHOWN = 4;

/** Other rulings on the main clause: of this company first, then of all with the same outcome. */
export async function SimilarRulings({ ruling }: { ruling: PublishedRuling }) {
  const clause = ruling.findings[0]?.clause;
  if (!clause) return null;
  const t = await getTranslations("ruling");
  const hidden = await hiddenWords(await getLocale());
  const hits = await similarRulings(readDb(), ruling, SHOWN);
  if (hits.length === 0) return null;
  return (
    <Section title={t("similar")} note={t("similarNote")}>
      <RulingList>
        {hits.map((hit) => (
          <FoundRow key={hit.number} hit={hit} say={(text) => inWords(text, hidden)} />
        ))}
      </RulingList>
      <p className="no-print mt-4">
        <LocalLink href={`${PLACES.rulings}?clause=${clause}`}>{t("similarAll")}</LocalLink>
      </p>
    </Section>
  );
}
