import type { Tx } from "@/db/client";
import { consentsOf, type FindingRow, type RulingRow, replyOf, textOf } from "@/db/queries/rulings";
import type { PublishableTexts } from "@/domain/publication/content";

/** Every text of a ruling the public would read, by place. The consumer's words are among them only with that consent in force. */
export async function publishableTexts(
  tx: Tx,
  complaintId: string,
  ruling: RulingRow & { findings: readonly FindingRow[] },
): Promise<PublishableTexts> {
  const texts: Record<string, string> = { title: ruling.title, decision: ruling.decision };
  for (const finding of ruling.findings) {
    texts[`finding.${finding.id}.title`] = finding.title ?? "";
    texts[`finding.${finding.id}.facts`] = finding.facts;
    texts[`finding.${finding.id}.reasons`] = finding.reasons;
    if (finding.tierReason) texts[`finding.${finding.id}.tierReason`] = finding.tierReason;
  }
  const reply = await replyOf(tx, complaintId);
  if (reply) texts.reply = reply.publicBody ?? reply.body;
  if ((await consentsOf(tx, complaintId)).has("publish_words")) texts.words = (await textOf(tx, complaintId))?.narrative ?? "";
  return texts;
}
