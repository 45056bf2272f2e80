import { getLocale, getTranslations } from "next-intl/server";
import { hiddenWords } from "@/app/_server/hidden-words";
import { RulingList } from "@/components/case/ruling-row";
import { LocalLink } from "@/components/ui/local-link";
import { Section } from "@/components/ui/page";
import { PLACES } from "@/components/ui/places";
import { readDb } from "@/db/client";
import type { PublishedRuling } from "@/db/queries/public-record";
import { inWords } from "@/domain/redaction";
import { searchRulings } from "@/services/search-rulings";
import { FoundRow } from "../../_components/found-row";

const SHOWN = 4;

/** Other rulings on the main clause: of this company first, then of all. */
export async function SimilarRulings({ ruling }: { ruling: PublishedRuling }) {
  const clause = ruling.findings[0]?.clause;
  if (!clause) return null;
  const t = await getTranslations("ruling");
  const hidden = await hiddenWords(await getLocale());
  const ask = { words: "", order: "date", offset: 0, limit: SHOWN + 1 } as const;
  const [own, all] = await Promise.all([
    searchRulings(readDb(), { ...ask, filters: { clause: [clause], company: [ruling.company.slug] } }),
    searchRulings(readDb(), { ...ask, filters: { clause: [clause], outcome: [ruling.outcome] } }),
  ]);
  const seen = new Set([ruling.number]);
  const hits = [...own.hits, ...all.hits].filter((h) => h.status !== "annulled" && !seen.has(h.number) && seen.add(h.number));
  if (hits.length === 0) return null;
  return (
    <Section title={t("similar")} note={t("similarNote")}>
      <RulingList>
        {hits.slice(0, SHOWN).map((hit) => (
          <FoundRow key={hit.number} hit={hit} say={(text) => inWords(text, hidden)} />
        ))}
      </RulingList>
      <p className="no-print mt-4">
        <LocalLink href={`${PLACES.rulings}?clause=${clause}`}>{t("similarAll")}</LocalLink>
      </p>
    </Section>
  );
}
