import { db, readDb } from "@/db/client";
import { copiesOfRuling, copyByPublicId, type PublicCopyFacts } from "@/db/queries/evidence-redactions";
import { mayPublishCopy } from "@/domain/visibility";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The redacted copies the public sees beside a ruling, in the order they were handed in. */
export async function publishedEvidence(number: string): Promise<PublicCopyFacts[]> {
  return (await copiesOfRuling(readDb(), number)).filter((copy) => mayPublishCopy(copy.facts));
}

/** One copy by its public id; null when there is none, or none any more. Read from the database itself: taking back counts at once. */
export async function publishedCopy(publicId: string): Promise<PublicCopyFacts | null> {
  if (!UUID.test(publicId)) return null;
  const copy = await copyByPublicId(db(), publicId);
  return copy && mayPublishCopy(copy.facts) ? copy : null;
}
