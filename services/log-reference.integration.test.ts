import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ledgerRow } from "@/db/queries/cases";
import { latestCheckpoint, leavesBetween } from "@/db/queries/log";
import { caseEvents } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/db/testing";
import { makeEvent } from "@/domain/case-events";
import { base64, fromUtf8 } from "@/domain/log/encoding";
import { leafEntry } from "@/domain/log/leaf";
import { consistencyProof, inclusionProof } from "@/domain/log/merkle";
import { tilePath, widthOf } from "@/domain/log/tiles";
import { sha256 } from "@/platform/signing";
import { checkpointNote, logVkey, treeReader } from "./log-proofs";
import { sequenceLog } from "./sequence-log";
import { serveTile } from "./serve-log";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

async function grow(count: number) {
  const event = makeEvent({ type: "withdrawn", data: {} }, { role: "system" }, new Date("2026-09-17T02:00:00Z"));
  const rows = Array.from({ length: count }, (_, i) => ledgerRow(crypto.randomUUID(), i + 1, event));
  await test.db.insert(caseEvents).values(rows);
  await sequenceLog(test.db);
  const checkpoint = await latestCheckpoint(test.db);
  if (!checkpoint) throw new Error("no checkpoint");
  return checkpoint;
}

/** Go's own implementation (golang.org/x/mod/sumdb), from Debian: shares nothing with ours. script/setup installs it. */
function reference(input: object): string {
  const ran = spawnSync("go", ["run", "script/log-reference/main.go"], {
    input: JSON.stringify(input),
    encoding: "utf8",
    env: { ...process.env, GO111MODULE: "off", GOPATH: "/usr/share/gocode", GOFLAGS: "" },
  });
  if (ran.error)
    throw new Error("Go is missing: script/setup installs golang-go and golang-golang-x-mod-dev", { cause: ran.error });
  return ran.stdout.trim() || ran.stderr;
}

it("notes, tiles, inclusion and consistency hold for an implementation that is not ours, and what is altered does not", async () => {
  const older = await grow(300);
  const newer = await grow(701);
  const { size } = newer;
  const read = treeReader(test.db, size);
  const leaves = (await leavesBetween(test.db, 0, size)).map((leaf) => fromUtf8(leafEntry(leaf)));
  const tiles: Record<string, string> = {};
  for (let level = 0; widthOf(level, 0, size) > 0; level++)
    for (let index = 0; widthOf(level, index, size) > 0; index++) {
      const tile = { level, index, width: widthOf(level, index, size) };
      tiles[tilePath(tile)] = base64((await serveTile(test.db, tile)) ?? new Uint8Array());
    }
  const inclusion = [];
  for (const index of [0, 1, 255, 256, 299, 300, 767, 768, 999, 1000])
    inclusion.push({
      index,
      entry: leaves[index],
      proof: (await inclusionProof(sha256, index, size, read)).map((hash) => base64(hash)),
    });
  const input = {
    vkey: logVkey(),
    older: checkpointNote(older),
    newer: checkpointNote(newer),
    leaves,
    inclusion,
    consistency: (await consistencyProof(sha256, older.size, size, read)).map((hash) => base64(hash)),
    tiles,
  };
  expect(reference(input)).toBe("ok 300 1001 10 1001");
  // The same witness refuses what was touched.
  expect(reference({ ...input, consistency: [...input.consistency].reverse() })).toMatch(/^consistency/);
  expect(reference({ ...input, newer: input.newer.replace("\n1001\n", "\n1002\n") })).toMatch(/^note/);
  const moved = inclusion.map((one) => ({ ...one, index: (one.index + 1) % size }));
  expect(reference({ ...input, inclusion: moved })).toMatch(/^inclusion/);
  expect(reference({ ...input, leaves: [...leaves].reverse() })).toMatch(/^leaf 0/);
});
