import { useLocale, useTranslations } from "next-intl";
import { FindingMark } from "@/components/case/marks";
import { DateText } from "@/components/ui/date-text";
import { LocalLink } from "@/components/ui/local-link";
import { PLACES } from "@/components/ui/places";
import { clauseKey } from "@/domain/clauses";
import { nameIn } from "@/domain/company-register";
import type { Day } from "@/domain/day";
import type { Outcome } from "@/domain/findings";
import type { Piece } from "@/domain/search/snippet";
import type { RulingHit } from "@/services/search-rulings";

function Pieces({ pieces, say }: { pieces: readonly Piece[]; say: (text: string) => string }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in their order
  return pieces.map((p, i) => (p.hit ? <mark key={i}>{p.text}</mark> : <span key={i}>{say(p.text)}</span>));
}

/** A ruling that was found: what was looked for is marked in its title and in the passage where most of it stands. */
export function FoundRow({ hit, say }: { hit: RulingHit; say: (text: string) => string }) {
  const locale = useLocale();
  const t = useTranslations("rulings");
  const clauses = useTranslations("clauses");
  const annulled = hit.status === "annulled";
  const lang = locale === "zh-Hans" ? undefined : "zh-Hans";
  return (
    <li className="ruling-row">
      <DateText day={hit.signedOn as Day} form="day" className="text-small text-ink-2 whitespace-nowrap" />
      <h3 lang={annulled ? undefined : lang}>
        <LocalLink href={`${PLACES.rulings}/${hit.number}`} className="text-ink visited:text-ink no-underline hover:underline">
          {annulled ? t("withdrawn", { number: hit.number }) : <Pieces pieces={hit.titlePieces} say={say} />}
        </LocalLink>
      </h3>
      <span className="justify-self-start text-small" data-part="mark">
        {annulled ? t("annulled") : <FindingMark outcome={hit.outcome as Outcome} />}
      </span>
      <div className="grid gap-1 text-small text-ink-2">
        {hit.snippet && (
          <p className="max-w-measure text-ink" lang={lang}>
            <Pieces pieces={hit.snippet} say={say} />
          </p>
        )}
        <p>
          <LocalLink
            href={`${PLACES.companies}/${hit.slug}`}
            className="mr-3 font-medium text-ink visited:text-ink no-underline hover:underline"
          >
            {nameIn(hit, locale)}
          </LocalLink>
          {hit.findings.slice(0, 3).map((f) => (
            <span key={f.clause} className="mr-3 whitespace-nowrap">
              {f.clause} {clauses(`${clauseKey(f.clause)}.title` as "A1_1.title")}
            </span>
          ))}
          {hit.status === "not_final" && <span className="whitespace-nowrap">{t("notFinal")}</span>}
          {hit.status === "under_review" && <span className="whitespace-nowrap">{t("underReview")}</span>}
        </p>
      </div>
    </li>
  );
}
