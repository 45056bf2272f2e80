import type { Database } from "@/db/client";
import type { PublishedRuling } from "@/db/queries/public-record";
import { foundRulings } from "@/db/queries/search";
import { type RulingHit, withMarks } from "./search-rulings";
import { searchState } from "./search-state";

/** Other standing rulings on the main clause, the newest first: of this company, then of all with the same outcome. `most` at most. */
export async function similarRulings(db: Database, ruling: PublishedRuling, most: number): Promise<RulingHit[]> {
  const clause = ruling.findings[0]?.clause;
  if (!clause) return [];
  const { columns } = await searchState(db, "ruling");
  const docs = [
    ...columns.newest({ clause: [clause], company: [ruling.company.id] }, most + 1),
    ...columns.newest({ clause: [clause], outcome: [ruling.outcome] }, most + 1),
  ];
  const found = await foundRulings(db, [...new Set(docs)]);
  const hits = [...new Set(docs)].flatMap((doc) => found.get(doc) ?? []);
  return hits
    .filter((hit) => hit.status !== "annulled" && hit.number !== ruling.number)
    .slice(0, most)
    .map((hit) => withMarks(hit, []));
}
