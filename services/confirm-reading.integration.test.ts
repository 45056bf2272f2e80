import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOf } from "@/db/queries/cases";
import { failedReadings, readFile, readingOf, updateReading } from "@/db/queries/readings";
import { findEvidence } from "@/db/queries/uploads";
import { WAITS_FOR_FFMPEG } from "@/domain/reading/content";
import { proposalsOf } from "@/domain/reading/proposals";
import { mayReadEvent } from "@/domain/visibility";
import { NoFfmpeg } from "@/platform/ffmpeg/ffmpeg";
import { confirmReading, saveTranscript } from "./confirm-reading";
import { openDraft } from "./draft-file";
import { ANSWERS, FILED_AT, type FilingBench, fillDraft, openFilingBench } from "./filing.fixture";
import { readContent } from "./read-content";
import { readEvidence, resumeReadings, retryReading } from "./read-evidence";
import { submitDraft } from "./submit-draft";
import { takeEvidence } from "./take-evidence";

let bench: FilingBench;
beforeAll(async () => {
  bench = await openFilingBench();
});
afterAll(() => bench.close());

const CHAT =
  "[09:02:00] 我：转人工\n[09:02:01] 小鲸：请先描述您的问题\n[09:03:00] 我：人工\n[09:05:01] 系统：已为您转接人工客服\n";
const sample = (name: string) => readFileSync(`platform/file-kinds/samples/${name}`);

async function handedIn(name: string, bytes: Buffer) {
  const token = await fillDraft(ANSWERS);
  const draftId = (await openDraft(bench.test.db, { token }, FILED_AT))?.row.id ?? "";
  const grant = { owner: "draft", id: draftId, side: "complainant", userId: null } as const;
  const taken = await takeEvidence(grant, { name, bytes: bytes.length, stream: Readable.from([bytes]) }, FILED_AT);
  if (!("row" in taken) || taken.row?.status !== "received") throw new Error("the file was not received");
  return { token, id: taken.row.id };
}
const here = async (id: string) => {
  const row = await readingOf(bench.test.db, id);
  const file = await findEvidence(bench.test.db, { id });
  return readFile({ id, kind: file?.kind ?? null }, row ?? undefined);
};
/** Who confirmed which file's reading, as the ledger says. */
const confirmations = async (complaintId: string) =>
  (await eventsOf(bench.test.db, complaintId)).flatMap((e) =>
    e.type === "reading_confirmed" ? [{ role: e.actor.role, evidenceId: e.data.evidenceId }] : [],
  );
const answersOf = async (token: string) => (await openDraft(bench.test.db, { token }, FILED_AT))?.data.answers ?? {};
const inThisProcess = async (file: {
  kind: string;
  facts: object;
  source: { bytes: number; read(a: number, b: number): Promise<Buffer> };
}) => readContent(file.kind, await file.source.read(0, file.source.bytes - 1), file.facts);

describe("confirming what was read", () => {
  it("writes into the complaint only what the person stands by, beside what the machine read", async () => {
    const { token, id } = await handedIn("chat.txt", Buffer.from(CHAT));
    const before = await answersOf(token);
    await readEvidence(id, inThisProcess);
    expect(await answersOf(token)).toEqual(before);
    const [requests, ...others] = proposalsOf([await here(id)]);
    expect(requests).toMatchObject({ fact: "humanRequests", value: 2, decided: null });
    await confirmReading(
      { holder: { token } },
      {
        lines: [{ evidenceId: id, line: 1, side: "agent", text: "请描述" }],
        compared: [],
        decisions: [
          { key: requests?.key ?? "", verdict: "corrected", value: "五次" },
          ...others.map((one) => ({ key: one.key, verdict: "wrong" as const, value: "" })),
        ],
      },
      FILED_AT,
    );
    expect(await answersOf(token)).toEqual({ ...before, humanRequests: "5" });
    const after = await here(id);
    expect(after.content).toMatchObject({ turns: [{}, { text: "请先描述您的问题" }, {}, {}] });
    expect(after.confirmed?.turns?.[1]).toEqual({ side: "agent", text: "请描述" });
  });

  it("says which number could not be read, and keeps nothing of that form", async () => {
    const { token, id } = await handedIn("chat.txt", Buffer.from(CHAT));
    await readEvidence(id, inThisProcess);
    const [requests] = proposalsOf([await here(id)]);
    const key = requests?.key ?? "";
    await expect(
      confirmReading(
        { holder: { token } },
        { lines: [], compared: [id], decisions: [{ key, verdict: "corrected", value: "很多" }] },
        FILED_AT,
      ),
    ).rejects.toMatchObject({ code: "invalid", details: { field: `value.${key}` } });
    expect((await here(id)).confirmed).toBeNull();
  });

  it("reaches no file of anybody else", async () => {
    const mine = await handedIn("chat.txt", Buffer.from(CHAT));
    const other = await handedIn("call.mp3", sample("tone.mp3"));
    await confirmReading({ holder: { token: mine.token } }, { lines: [], compared: [other.id], decisions: [] }, FILED_AT);
    expect((await here(other.id)).confirmed).toBeNull();
    await expect(saveTranscript({ holder: { token: mine.token } }, other.id, "0:01 我：转人工", FILED_AT)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("goes on after filing, and words typed beside a recording go along", async () => {
    const { token, id } = await handedIn("call.mp3", sample("tone.mp3"));
    await saveTranscript({ holder: { token } }, id, "0:00 我：转人工\n0:01 客服：好", FILED_AT);
    const filed = await submitDraft({ role: "complainant" }, { token }, "zh-Hans", FILED_AT);
    const row = filed.submitted?.row;
    if (!row) throw new Error("not filed");
    const actor = { role: "complainant", complaintId: row.id } as const;
    const owner = { actor, reference: row.reference };
    const [proposal] = proposalsOf([await here(id)]);
    await confirmReading(
      owner,
      { lines: [], compared: [], decisions: [{ key: proposal?.key ?? "", verdict: "right", value: "" }] },
      FILED_AT,
    );
    expect(proposalsOf([await here(id)])[0]?.decided?.verdict).toBe("right");
    expect(await confirmations(row.id)).toEqual([{ role: "complainant", evidenceId: id }]);
    await expect(
      confirmReading(
        { actor: { role: "officer", userId: "0199c0de-0000-7000-8000-000000000000" }, reference: row.reference },
        { lines: [], compared: [], decisions: [] },
        FILED_AT,
      ),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the history of a case", () => {
  it("says at filing of which files the person had confirmed the reading, to them and not to the company", async () => {
    const { token, id } = await handedIn("chat.txt", Buffer.from(CHAT));
    await readEvidence(id, inThisProcess);
    await confirmReading({ holder: { token } }, { lines: [], compared: [id], decisions: [] }, FILED_AT);
    const { submitted } = await submitDraft({ role: "complainant" }, { token }, "zh-Hans", FILED_AT);
    // No line was changed and nothing sent: nothing was confirmed.
    expect(await confirmations(submitted?.row.id ?? "")).toEqual([]);

    const other = await handedIn("chat.txt", Buffer.from(CHAT));
    await readEvidence(other.id, inThisProcess);
    const line = { evidenceId: other.id, line: 0, side: "user", text: "转人工" } as const;
    await confirmReading({ holder: { token: other.token } }, { lines: [line], compared: [other.id], decisions: [] }, FILED_AT);
    const filed = await submitDraft({ role: "complainant" }, { token: other.token }, "zh-Hans", FILED_AT);
    expect(await confirmations(filed.submitted?.row.id ?? "")).toEqual([{ role: "complainant", evidenceId: other.id }]);
    const event = { type: "reading_confirmed", actor: { role: "complainant" }, at: FILED_AT } as const;
    expect(mayReadEvent("complainant", event, FILED_AT)).toBe(true);
    expect(mayReadEvent("company", event, new Date(FILED_AT.getTime() - 1))).toBe(false);
  });
});

describe("what needs ffmpeg", () => {
  it("waits without using up its tries, and is taken up when it is there", async () => {
    const { id } = await handedIn("film.mp4", sample("film.mp4"));
    await readEvidence(id, async () => {
      throw new NoFfmpeg();
    });
    const waiting = { state: "waiting", attempts: 0, failedWhy: WAITS_FOR_FFMPEG };
    expect(await readingOf(bench.test.db, id)).toMatchObject(waiting);
    expect(await resumeReadings(async () => null)).toBe(0);
    expect(await readingOf(bench.test.db, id)).toMatchObject(waiting);
    expect(await resumeReadings(async () => "/usr/bin/ffmpeg")).toBe(1);
    expect(await readingOf(bench.test.db, id)).toMatchObject({ state: "waiting", failedWhy: null });
  });
});

describe("a file that failed", () => {
  it("is given its tries back by an administrator, by nobody else, and once", async () => {
    const { id } = await handedIn("chat.txt", Buffer.from(CHAT));
    await updateReading(bench.test.db, id, { state: "failed", attempts: 3, failedWhy: "timeout" });
    expect((await failedReadings(bench.test.db)).map((one) => one.evidenceId)).toContain(id);
    await expect(retryReading({ role: "officer" }, id)).rejects.toMatchObject({ code: "forbidden" });
    await retryReading({ role: "admin" }, id);
    expect(await readingOf(bench.test.db, id)).toMatchObject({ state: "waiting", attempts: 0, failedWhy: null });
    await expect(retryReading({ role: "admin" }, id)).rejects.toMatchObject({ code: "conflict" });
  });
});
