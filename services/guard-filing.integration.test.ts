import { randomUUID } from "node:crypto";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { attempts, spentChallenges } from "@/db/schema";
import { isDomainError } from "@/domain/errors";
import { FILED_AT, type FilingBench, minutes, openFilingBench } from "./filing.fixture";
import { FILING_RULES, type FilingBehaviour, filingChallenge, guardFiling } from "./guard-filing";

// A farm of machines: its work counts as done without doing it, so that seven hundred fit into a test.
const farm = vi.hoisted(() => ({ solves: false }));
vi.mock("@/platform/proof-of-work", async (original) => {
  const real = await original<typeof import("@/platform/proof-of-work")>();
  return {
    ...real,
    checkSolution: (payload: string, subject: string) =>
      farm.solves
        ? Promise.resolve({ key: randomUUID(), expiresAt: new Date("2026-09-18T00:00:00Z") })
        : real.checkSolution(payload, subject),
  };
});

let bench: FilingBench;
beforeAll(async () => {
  bench = await openFilingBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  farm.solves = false;
  await bench.test.db.delete(attempts);
  await bench.test.db.delete(spentChallenges);
});

const NOW = minutes(30);
const SCHOOL = "203.0.113.7";

/** Someone who took eight minutes over it. */
const someone = (more: Partial<FilingBehaviour> = {}): FilingBehaviour => ({
  draftId: randomUUID(),
  network: SCHOOL,
  solution: "",
  draftBegun: minutes(22),
  pages: 7,
  narrative: `我打了${Math.random()}次电话`,
  contact: randomUUID(),
  ...more,
});

async function solved(draftId: string, network = SCHOOL): Promise<string> {
  const challenge = await filingChallenge(draftId, network, NOW);
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}

/** How many of these get through, one after the other. */
async function through(attempted: Iterable<FilingBehaviour>, now = NOW): Promise<number> {
  let passed = 0;
  for (const behaviour of attempted) {
    try {
      await guardFiling(behaviour, now);
      passed += 1;
    } catch (error) {
      if (!isDomainError(error) || error.code !== "limit_reached") throw error;
    }
  }
  return passed;
}

const many = (count: number, make: (index: number) => Partial<FilingBehaviour>) =>
  Array.from({ length: count }, (_, i) => someone(make(i)));

describe("a class of thirty behind one address", () => {
  it("gets through, each with the background work, all with the text from the board", async () => {
    const pupils = many(30, () => ({ narrative: "全班一起练习：客服不给转人工。" }));
    for (const [index, pupil] of pupils.entries()) {
      // Every tenth does the work in earnest.
      farm.solves = index % 10 !== 9;
      await guardFiling({ ...pupil, solution: farm.solves ? "" : await solved(pupil.draftId) }, NOW);
    }
  }, 120_000);

  it("leaves room for the next class ten minutes later", async () => {
    farm.solves = true;
    expect(await through(many(30, () => ({})))).toBe(30);
    expect(
      await through(
        many(30, () => ({ draftBegun: minutes(34) })),
        minutes(42),
      ),
    ).toBe(30);
  });
});

describe("seven hundred scripted complaints do not get through", () => {
  it("at once and without the work: none", async () => {
    expect(await through(many(700, () => ({ draftBegun: NOW, pages: 1 })))).toBe(0);
  });

  it("patient but without the work: as many as people without JavaScript", async () => {
    expect(await through(many(700, () => ({})))).toBe(FILING_RULES.withoutWork.max);
  });

  it("with the work, but written in no time: three", async () => {
    farm.solves = true;
    expect(await through(many(700, () => ({ draftBegun: minutes(29.8), pages: 7 })))).toBe(FILING_RULES.hurried.max);
  });

  it("slow, with the work, every text and contact another: what one network may", async () => {
    farm.solves = true;
    expect(await through(many(700, () => ({})))).toBe(60);
  });

  it("from seven hundred addresses with one text: forty", async () => {
    farm.solves = true;
    expect(
      await through(many(700, (i) => ({ network: `198.51.${i >> 8}.${i & 255}`, narrative: "求 求 你 们，管一管！" }))),
    ).toBe(40);
  });

  it("from seven hundred addresses with one contact: five", async () => {
    farm.solves = true;
    expect(await through(many(700, (i) => ({ network: `198.51.${i >> 8}.${i & 255}`, contact: "one" })))).toBe(5);
  });
});

describe("the background work", () => {
  it("counts for the draft it was made for and for no other", async () => {
    const mine = someone({ draftBegun: minutes(29.5) });
    const solution = await solved(mine.draftId);
    await expect(guardFiling({ ...someone({ draftBegun: minutes(29.5) }), solution }, NOW)).rejects.toMatchObject({
      details: { message: "waitMinute" },
    });
    await guardFiling({ ...mine, solution, pages: 7, draftBegun: minutes(29) }, NOW);
    expect(await bench.test.db.select().from(spentChallenges)).toHaveLength(1);
  });

  it("is refused when it was altered", async () => {
    const mine = someone();
    const payload = JSON.parse(Buffer.from(await solved(mine.draftId), "base64").toString());
    payload.challenge.parameters.cost = 1;
    const solution = Buffer.from(JSON.stringify(payload)).toString("base64");
    await expect(guardFiling({ ...mine, solution, draftBegun: minutes(29.9) }, NOW)).rejects.toMatchObject({
      details: { message: "waitMinute" },
    });
  });

  it("grows with what came from the network within the hour", async () => {
    farm.solves = true;
    const prefix = async () => (await filingChallenge(randomUUID(), SCHOOL, NOW)).parameters;
    expect(await prefix()).toMatchObject({ cost: 2000 });
    await through(many(31, () => ({})));
    farm.solves = false;
    const draftId = randomUUID();
    const challenge = await filingChallenge(draftId, SCHOOL, NOW);
    const solution = await solveChallenge({ challenge, deriveKey });
    // Four times the work after thirty: the counter lies between 4 · 200 and 4 · 600.
    expect(solution?.counter).toBeGreaterThanOrEqual(800);
    expect(solution?.counter).toBeLessThan(2400);
  }, 60_000);
});

describe("an account", () => {
  it("needs no work and knows no network, and files ten a day", async () => {
    const userId = randomUUID();
    expect(await through(many(12, () => ({ userId, draftBegun: NOW, pages: 0 })))).toBe(FILING_RULES.account.max);
  });
});

it("keeps no address, text or contact in clear", async () => {
  await through([someone({ draftBegun: FILED_AT, contact: "keyed" })]);
  const rows = await bench.test.db.select().from(attempts);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.bucket).toMatch(/^[0-9a-f]{64}$/);
});
