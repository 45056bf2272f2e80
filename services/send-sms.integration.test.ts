import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";

const KEY = "a key of the gateway, sixteen or more";
const received: { body: string; headers: IncomingHttpHeaders }[] = [];
let answer: { status: number; location?: string } = { status: 202 };
const gateway = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    received.push({ body: Buffer.concat(pieces).toString(), headers: request.headers });
    response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end("no such number 13800138000");
  });
});
let test: TestDatabase;
const now = new Date("2026-09-17T02:00:00Z");

beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("SMS_URL", `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/messages`);
  vi.stubEnv("SMS_KEY", KEY);
  test = await createTestDatabase();
});
afterEach(() => {
  received.length = 0;
  answer = { status: 202 };
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test.drop();
  await new Promise<void>((resolve) => gateway.close(() => resolve()));
});

/** Settings are read once a process, so the modules are loaded after SMS_URL is set. */
async function queued(template: string, params: Record<string, string | number>, locale = "zh-Hans"): Promise<string> {
  const { queueMail } = await import("./queue-mail");
  await test.db.transaction((tx) =>
    queueMail(tx, { audience: "complainant", to: "13800138000", channel: "sms", locale, template, params }),
  );
  const [row] = await test.db.execute<{ id: string }>(
    sql`select data->>'mailId' as id from pgboss.job where name = 'send-mail' order by created_on desc limit 1`,
  );
  if (!row) throw new Error("no job was made");
  return row.id;
}
const link = "https://portal.example/zh-Hans/track";
const letter = { reference: "2026-0917-4082", link, text: "王女士，请带上您的银行卡到三楼。" };

describe("a text message", () => {
  it("leaves once, signed, with the reference and the way to track and nothing of the letter's words", async () => {
    const { sendQueuedMail } = await import("./send-mail");
    const id = await queued("desk_letter_complainant", letter);
    expect(await sendQueuedMail(test.db, id, now)).toBe("sent");
    expect(await sendQueuedMail(test.db, id, now)).toBe("nothing_to_do");
    expect(received).toHaveLength(1);
    const { body, headers } = received[0] ?? { body: "", headers: {} };
    const sent = JSON.parse(body) as { id: string; to: string; locale: string; text: string };
    expect(sent).toMatchObject({ id, to: "13800138000", locale: "zh-Hans" });
    expect(sent.text).toContain("2026-0917-4082");
    expect(sent.text).toContain(link);
    const signed = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`;
    expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", KEY).update(signed).digest("base64")}`);
    const [kept] = await test.db.execute<{ row: string }>(sql`select m::text as row from mails m where id = ${id}`);
    for (const words of [sent.text, kept?.row]) expect(words).not.toMatch(/王女士|银行卡/);
  });

  it.each([503, 422, 302])(
    "is kept with the status alone when the gateway answers %i, and leaves when it takes it",
    async (status) => {
      const { sendQueuedMail } = await import("./send-mail");
      const id = await queued("desk_letter_complainant", letter, "en");
      answer = { status, location: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/elsewhere` };
      await expect(sendQueuedMail(test.db, id, now)).rejects.toThrow();
      expect(received).toHaveLength(1);
      const state = async () => (await test.db.execute(sql`select sent_at, error from mails where id = ${id}`))[0];
      expect(await state()).toMatchObject({ sent_at: null, error: `http_${status}` });
      answer = { status: 200 };
      expect(await sendQueuedMail(test.db, id, now)).toBe("sent");
      expect(await state()).toMatchObject({ error: null });
    },
  );

  it.each(["zh-Hans", "zh-Hant", "en"])(
    "with digits brings them in words of its own and keeps none of them (%s)",
    async (locale) => {
      const { sendQueuedMail } = await import("./send-mail");
      const id = await queued("secret_code", { reference: "2026-0917-4082", code: "907135", hours: 1 }, locale);
      expect(await sendQueuedMail(test.db, id, now)).toBe("sent");
      expect((JSON.parse(received[0]?.body ?? "{}") as { text: string }).text).toContain("907135");
      const [kept] = await test.db.execute<{ row: string }>(sql`select m::text as row from mails m where id = ${id}`);
      expect(kept?.row).not.toContain("907135");
    },
  );

  it("stays in the outbox where only the other way is set up", async () => {
    const { queueMail } = await import("./queue-mail");
    const before = await test.db.execute(sql`select id from pgboss.job where name = 'send-mail'`);
    await test.db.transaction((tx) =>
      queueMail(tx, {
        audience: "complainant",
        to: "li.na@mail.example",
        locale: "en",
        template: "draft_ends",
        params: { until: 0 },
      }),
    );
    expect(await test.db.execute(sql`select id from pgboss.job where name = 'send-mail'`)).toHaveLength(before.length);
  });
});
