import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { appendCheckEvent, insertCheckNote, lockCheck, type SpecialCheckRow, updateCheck } from "@/db/queries/special-checks";
import { mails, specialChecks } from "@/db/schema";
import type { Actor } from "@/domain/actors";
import { addDays, type Day, dayOf, eachDay, type Instant, startOfDay } from "@/domain/day";
import { propose, redact } from "@/domain/redaction";
import { type CheckAct, decideCheck } from "@/domain/special-check";
import { openSpecialChecks } from "@/services/open-special-checks";
import { tellOfCheck } from "@/services/tell-of-check";
import { demoPerson } from "./demo-people";
import { demoCompanyId } from "./register";
import { SURGES } from "./surges";

const actor = (key: string): Actor & { userId: string } => {
  const person = demoPerson(key);
  if (!person) throw new Error(`the demo has nobody called ${key}`);
  return { role: person.role, userId: person.id };
};

const CONCLUSION = `查看了归入的投诉和鲸歌通信交来的对话记录。三位投诉人在同一周被智能客服告知“专员两小时内回电”“本月账单会自动冲减”，都没有做到；公司内部的回电队列那几天停了四天，智能客服仍照旧承诺。

公司承认，8月11日起智能客服不再说回电时限，由人工确认排班后再告知；欠下的回电已全部补上，多收的话费已退。随后两周抽看二十段对话，没有再发现做不到的承诺。各人的投诉另案裁决。`;
const STATEMENT =
  "回电系统升级期间，话术没有同步停用，责任在我们。现在承诺回电必须先占到排班，占不到就不说。对等了电话的客户，我们道歉。";

/**
 * The special checks of the demo: the worker's look at the end of each day on which one could open, then what people did: one check is
 * concluded, the others run.
 */
export async function seedSpecialChecks(tx: Tx, today: Day): Promise<void> {
  const sent = async (at: Instant) => {
    await tx
      .update(mails)
      .set({ createdAt: at })
      .where(
        sql`${mails.template} like 'special\\_check\\_%' and ${mails.createdAt} >= ${startOfDay(today).toISOString()}::timestamptz`,
      );
  };
  for (const day of days(today)) {
    const at = evening(day);
    if ((await openSpecialChecks(tx, at)).opened.length > 0) await sent(at);
  }
  const checks = await tx.select().from(specialChecks);
  const of = (company: string) => checks.find((check) => check.companyId === demoCompanyId(company));
  const [concluded, open] = [of(SURGES[0]?.company ?? ""), of(SURGES[1]?.company ?? "")];
  if (!concluded || !open) throw new Error("the demo's surges opened no special check");
  await insertCheckNote(tx, {
    checkId: open.id,
    by: actor("officer-xu").userId,
    body: "三件都说“转人工”藏在“我的—更多—帮助”里。约公司演示各渠道入口，录屏存档。",
    at: morning("2026-09-08"),
  });
  await appendCheckEvent(tx, open.id, "noted", actor("officer-xu"), morning("2026-09-08"));
  await live(tx, concluded, sent);
}

/** The days of the weeks in which people complained together, and the last one before the demo begins. */
const days = (today: Day): Day[] => [...SURGES.flatMap(({ week }) => [...eachDay(week, addDays(week, 6))]), addDays(today, -1)];
const morning = (day: Day) => new Date(startOfDay(day).getTime() + 10 * 3_600_000);
const evening = (day: Day) => new Date(startOfDay(day).getTime() + 18 * 3_600_000);

/** From the company's statement to the signature. */
async function live(tx: Tx, first: SpecialCheckRow, sent: (at: Instant) => Promise<void>): Promise<void> {
  const officer = actor("officer-zhou");
  const spans = (text: string) => propose(text).map(({ start, end, type }) => ({ start, end, type }));
  const redaction = {
    conclusion: { text: CONCLUSION, spans: spans(CONCLUSION) },
    statement: { text: STATEMENT, spans: spans(STATEMENT) },
  };
  const shown = (place: keyof typeof redaction) => redact(redaction[place].text, redaction[place].spans);
  const act = async (name: CheckAct, who: Actor, day: Day, values: Partial<SpecialCheckRow>) => {
    const check = await lockCheck(tx, first.number);
    if (!check) throw new Error("the check is gone");
    const move = decideCheck(name, check, who);
    await updateCheck(tx, check.id, { ...values, state: move.to });
    await appendCheckEvent(tx, check.id, move.event, who, morning(day));
    return { ...check, ...values };
  };
  const said = { statement: STATEMENT, statedAt: morning("2026-08-18") };
  await tellOfCheck(tx, await act("state", actor("company-jingge"), dayOf(said.statedAt), said), "stated", ["supervisor"]);
  await sent(said.statedAt);
  const drafted = morning("2026-08-27");
  const draft = { result: "company_changed", conclusion: CONCLUSION, draftedBy: officer.userId, draftedAt: drafted };
  await tellOfCheck(tx, await act("draft", officer, dayOf(drafted), draft), "drafted", ["supervisor"]);
  await sent(drafted);
  await act("hide", officer, "2026-08-27", { redaction });
  const signed = morning("2026-08-31");
  const published = { publicConclusion: shown("conclusion"), publicStatement: shown("statement") };
  const signer = actor("supervisor");
  const sign = { ...published, concludedAt: signed, concludedBy: signer.userId };
  await tellOfCheck(tx, await act("sign", signer, dayOf(signed), sign), "concluded", ["company"]);
  await sent(signed);
}
