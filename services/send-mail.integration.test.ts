import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/db/testing";

const received: string[] = [];
let refuse = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_address, _session, done) => done(refuse ? Object.assign(new Error("no such person"), { responseCode: 550 }) : null),
  onData(stream, _session, done) {
    const pieces: Buffer[] = [];
    stream.on("data", (piece: Buffer) => pieces.push(piece));
    stream.on("end", () => {
      received.push(Buffer.concat(pieces).toString());
      done();
    });
  },
});
let test: TestDatabase;
const now = new Date("2026-09-17T02:00:00Z");

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
  test = await createTestDatabase();
});
afterEach(() => {
  received.length = 0;
  refuse = false;
});
afterAll(async () => {
  const { closeMail } = await import("@/platform/mail");
  closeMail();
  vi.unstubAllEnvs();
  await test.drop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

/** Settings are read once a process, so the modules are loaded after SMTP_URL is set. */
async function queued(): Promise<string> {
  const { queueMail } = await import("./queue-mail");
  await test.db.transaction((tx) =>
    queueMail(tx, {
      audience: "complainant",
      to: "li.na@mail.example",
      locale: "zh-Hans",
      template: "draft_ends",
      params: { until: now.getTime() },
    }),
  );
  const [row] = await test.db.execute<{ id: string }>(
    sql`select data->>'mailId' as id from pgboss.job where name = 'send-mail' order by created_on desc limit 1`,
  );
  if (!row) throw new Error("no job was made");
  return row.id;
}
const row = async (id: string) =>
  (
    await test.db.execute<{ sent_at: string | null; error: string | null }>(
      sql`select sent_at, error from mails where id = ${id}`,
    )
  )[0];

describe("a letter", () => {
  it("leaves once, in Chinese, with a job made in the transaction that wrote it", async () => {
    const { sendQueuedMail } = await import("./send-mail");
    const id = await queued();
    expect(await sendQueuedMail(test.db, id, now)).toBe("sent");
    expect(await sendQueuedMail(test.db, id, now)).toBe("nothing_to_do");
    expect(received).toHaveLength(1);
    expect(received[0]).toContain(`Message-ID: <${id}@`);
    expect(received[0]).toMatch(/Subject: =\?UTF-8\?/);
    expect((await row(id))?.sent_at).not.toBeNull();
  });

  it("that was refused says why by number alone, and leaves when the server takes it", async () => {
    const { sendQueuedMail } = await import("./send-mail");
    const id = await queued();
    refuse = true;
    await expect(sendQueuedMail(test.db, id, now)).rejects.toThrow();
    expect(await row(id)).toMatchObject({ sent_at: null, error: "550" });
    refuse = false;
    expect(await sendQueuedMail(test.db, id, now)).toBe("sent");
    expect(await row(id)).toMatchObject({ error: null });
  });

  it("keeps nothing of a link that lets one in, once the letter has left", async () => {
    const { queueMail } = await import("./queue-mail");
    const { sendQueuedMail } = await import("./send-mail");
    const link = "https://portal.example/zh-Hans/file/resume?code=CANARYTOKEN";
    await test.db.transaction((tx) =>
      queueMail(tx, {
        audience: "complainant",
        to: "li.na@mail.example",
        locale: "zh-Hans",
        template: "draft_link",
        params: { link, until: now.getTime() },
      }),
    );
    const [job] = await test.db.execute<{ id: string }>(
      sql`select data->>'mailId' as id from pgboss.job where name = 'send-mail' order by created_on desc limit 1`,
    );
    expect(await sendQueuedMail(test.db, job?.id ?? "", now)).toBe("sent");
    expect(Buffer.from(received.join("").split("\r\n\r\n")[1] ?? "", "base64").toString()).toContain("CANARYTOKEN");
    const [kept] = await test.db.execute<{ n: number }>(
      sql`select count(*)::int as n from mails m where strpos(m::text, 'CANARYTOKEN') > 0`,
    );
    expect(kept?.n).toBe(0);
  });

  it("that comes again and again says how it is stopped with one click (RFC 8058)", async () => {
    const { queueMail } = await import("./queue-mail");
    const { sendQueuedMail } = await import("./send-mail");
    const stop = "https://portal.example/api/follow/stop/0abc.def";
    await test.db.transaction((tx) =>
      queueMail(tx, {
        audience: "follower",
        to: "li.na@mail.example",
        locale: "en",
        template: "follow_digest",
        params: { count: 1, list: "…", stop },
        unsubscribe: stop,
      }),
    );
    const [job] = await test.db.execute<{ id: string }>(
      sql`select data->>'mailId' as id from pgboss.job where name = 'send-mail' order by created_on desc limit 1`,
    );
    await sendQueuedMail(test.db, job?.id ?? "", now);
    expect(received.join("").replaceAll(/\r\n\s+/g, " ")).toContain(`List-Unsubscribe: <${stop}>`);
    expect(received.join("")).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  });
});
