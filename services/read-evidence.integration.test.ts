import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failedReadings, readingOf } from "@/db/queries/readings";
import { updateEvidence } from "@/db/queries/uploads";
import { evidenceFiles } from "@/db/schema";
import type { ReadingContent } from "@/domain/reading/content";
import { endReader, ReadingFailed } from "@/platform/reading/apart";
import { openDraft } from "./draft-file";
import { ANSWERS, FILED_AT, type FilingBench, fillDraft, openFilingBench } from "./filing.fixture";
import { readEvidence } from "./read-evidence";
import { takeEvidence } from "./take-evidence";

let bench: FilingBench;
beforeAll(async () => {
  bench = await openFilingBench();
});
afterAll(async () => {
  endReader();
  await bench.close();
});

const CALL = "call-any-vague.ogg";
const NOTHING: ReadingContent = { kind: "chat", script: "zh-Hans", turns: [], facts: [] };

async function received(name = CALL, bytes = readFileSync(`db/seed/files/${name}`)): Promise<string> {
  const token = await fillDraft(ANSWERS);
  const draftId = (await openDraft(bench.test.db, { token }, FILED_AT))?.row.id ?? "";
  const taken = await takeEvidence(
    { owner: "draft", id: draftId, side: "complainant", userId: null },
    { name, bytes: bytes.length, stream: Readable.from([bytes]) },
    FILED_AT,
  );
  if (!("row" in taken) || taken.row?.status !== "received") throw new Error("the file was not received");
  return taken.row.id;
}
const jobsFor = async (id: string) =>
  Number(
    (
      await bench.test.db.execute<{ n: string }>(
        sql`select count(*) as n from pgboss.job where name = 'read-evidence' and data ->> 'evidenceId' = ${id}`,
      )
    )[0]?.n,
  );

describe("reading what was handed in", () => {
  it("waits in the queue from the moment a file is received, told by its id alone", async () => {
    const id = await received();
    expect(await readingOf(bench.test.db, id)).toMatchObject({ state: "waiting", attempts: 0, content: null });
    expect(await jobsFor(id)).toBe(1);
  });

  it("listens to a recording in a process of its own and keeps its stretches", async () => {
    const id = await received();
    await readEvidence(id);
    const reading = await readingOf(bench.test.db, id);
    expect(reading).toMatchObject({ state: "done", attempts: 1, failedWhy: null });
    const content = reading?.content as Extract<ReadingContent, { kind: "sound" }>;
    expect(content.duration).toBeCloseTo(48.66, 1);
    expect(content.segments[0]?.start).toBe(0);
    expect(content.segments.at(-1)?.end).toBe(content.duration);
    for (const [i, segment] of content.segments.entries()) if (i > 0) expect(segment.start).toBe(content.segments[i - 1]?.end);
  }, 60_000);

  it("reads a file once more after a worker was killed over it, and never twice when it is done", async () => {
    const id = await received();
    await readEvidence(id, () => Promise.resolve(NOTHING));
    let again = 0;
    await readEvidence(id, async () => {
      again += 1;
      return NOTHING;
    });
    expect(again).toBe(0);
    const killed = await received();
    // A killed worker leaves the row as it was when the try began.
    await bench.test.db.execute(sql`update evidence_readings set state = 'reading', attempts = 1 where evidence_id = ${killed}`);
    await readEvidence(killed, () => Promise.resolve(NOTHING));
    expect(await readingOf(bench.test.db, killed)).toMatchObject({ state: "done", attempts: 2 });
  });

  it("ends a poisoned file after three tries on the administrators' list, with a code and no words", async () => {
    const id = await received();
    const crash = () => Promise.reject(new ReadingFailed("crashed"));
    await expect(readEvidence(id, crash)).rejects.toThrow("crashed");
    await expect(readEvidence(id, crash)).rejects.toThrow("crashed");
    await readEvidence(id, crash);
    expect(await readingOf(bench.test.db, id)).toMatchObject({ state: "failed", attempts: 3, failedWhy: "crashed" });
    expect(await failedReadings(bench.test.db)).toContainEqual(
      expect.objectContaining({ evidenceId: id, why: "crashed", tries: 3 }),
    );
  });

  it("gives up on a file whose every try took the worker down", async () => {
    const id = await received();
    await bench.test.db.execute(sql`update evidence_readings set state = 'reading', attempts = 3 where evidence_id = ${id}`);
    let tries = 0;
    await readEvidence(id, async () => {
      tries += 1;
      return NOTHING;
    });
    expect(tries).toBe(0);
    expect(await readingOf(bench.test.db, id)).toMatchObject({ state: "failed", failedWhy: "crashed" });
  });

  it("forgets what was read when the file is taken away, and when its row goes", async () => {
    const taken = await received();
    await updateEvidence(bench.test.db, taken, { removedAt: FILED_AT });
    expect(await readingOf(bench.test.db, taken)).toBeNull();
    const gone = await received();
    await bench.test.db.delete(evidenceFiles).where(eq(evidenceFiles.id, gone));
    expect(await readingOf(bench.test.db, gone)).toBeNull();
  });
});
