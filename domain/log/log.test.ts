import { createHash, generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256, verifyEd25519 } from "@/platform/signing";
import { appendLeaves, EMPTY_EDGE, edgeRoot } from "./append";
import { base64, fromBase64, fromHex, fromUtf8, hex, utf8 } from "./encoding";
import { eventText, type LedgerRow, leafEntry, leafOf, parseLeaf } from "./leaf";
import {
  type Bytes,
  consistencyProof,
  inclusionProof,
  leafHash,
  nodeHash,
  rangeHash,
  rootHash,
  verifyConsistency,
  verifyInclusion,
} from "./merkle";
import { checkpointText, openCheckpoint, parseVkey, signedNote, vkeyLine } from "./note";
import { foldHashes, joinEntries, parseTilePath, splitEntries, tilePath } from "./tiles";

/** Nodes of a small tree, computed from its leaf hashes alone. */
const reader = (leaves: readonly Bytes[]) => async (height: number, index: number) =>
  foldHashes(sha256, leaves.slice(index * 2 ** height, (index + 1) * 2 ** height), 2 ** height);
const many = (n: number) => Array.from({ length: n }, (_, i) => leafHash(sha256, utf8(`leaf ${i}`)));

describe("RFC 6962 test vectors", () => {
  // The inputs and roots of the reference implementation of Certificate Transparency.
  const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
  const leaves = inputs.map((text) => leafHash(sha256, fromHex(text) as Bytes));
  const roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ];

  it("the empty tree, and each of eight", async () => {
    expect(hex(await rootHash(sha256, 0, reader([])))).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (const [i, root] of roots.entries()) {
      expect(hex(await rootHash(sha256, i + 1, reader(leaves)))).toBe(root);
      expect(hex(await edgeRoot(sha256, appendLeaves(sha256, EMPTY_EDGE, leaves.slice(0, i + 1)).edge))).toBe(root);
    }
  });

  it("the paths and proofs of RFC 6962 §2.1.3, drawn there for seven leaves", async () => {
    const seven = leaves.slice(0, 7);
    const [a, b, c, d, e, f, j] = seven as [Bytes, Bytes, Bytes, Bytes, Bytes, Bytes, Bytes];
    const read = reader(seven);
    const n = (x: Bytes, y: Bytes) => nodeHash(sha256, x, y);
    const [g, h, i] = [n(a, b), n(c, d), n(e, f)];
    const [k, l] = [n(g, h), n(i, j)];
    const shown = (hashes: Bytes[]) => hashes.map(hex);
    expect(shown(await inclusionProof(sha256, 0, 7, read))).toEqual(shown([b, h, l]));
    expect(shown(await inclusionProof(sha256, 3, 7, read))).toEqual(shown([c, g, l]));
    expect(shown(await inclusionProof(sha256, 4, 7, read))).toEqual(shown([f, j, k]));
    expect(shown(await inclusionProof(sha256, 6, 7, read))).toEqual(shown([i, k]));
    expect(shown(await consistencyProof(sha256, 3, 7, read))).toEqual(shown([c, d, g, l]));
    expect(shown(await consistencyProof(sha256, 4, 7, read))).toEqual(shown([l]));
    expect(shown(await consistencyProof(sha256, 6, 7, read))).toEqual(shown([i, j, k]));
  });
});

describe("proofs", () => {
  const all = many(700);
  const read = reader(all);
  const flip = (hash: Bytes, bit: number) => hash.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

  it("every leaf of every small tree is found in it, and nowhere else", async () => {
    for (let size = 1; size <= 34; size++) {
      const root = await rootHash(sha256, size, read);
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(sha256, index, size, read);
        const given = { leaf: all[index] as Bytes, index, size, proof, root };
        expect(verifyInclusion(sha256, given)).toBe(true);
        expect(verifyInclusion(sha256, { ...given, index: index + 1 })).toBe(false);
        expect(verifyInclusion(sha256, { ...given, leaf: all[index + 1] as Bytes })).toBe(false);
        expect(verifyInclusion(sha256, { ...given, proof: [...proof, root] })).toBe(false);
      }
    }
  });

  it("every small tree begins every later one, and no other does", async () => {
    for (let size = 0; size <= 34; size++)
      for (let older = 0; older <= size; older++) {
        const given = {
          older,
          olderRoot: await rootHash(sha256, older, read),
          size,
          root: await rootHash(sha256, size, read),
          proof: await consistencyProof(sha256, older, size, read),
        };
        expect(verifyConsistency(sha256, given)).toBe(true);
        expect(verifyConsistency(sha256, { ...given, olderRoot: all[699] as Bytes })).toBe(false);
        if (older > 0) expect(verifyConsistency(sha256, { ...given, root: all[699] as Bytes })).toBe(false);
        expect(verifyConsistency(sha256, { ...given, proof: [...given.proof, all[0] as Bytes] })).toBe(false);
      }
  });

  it("an altered bit anywhere is seen", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 700 }), fc.nat(), fc.nat(), fc.nat(255), async (size, at, step, bit) => {
        const index = at % size;
        const proof = await inclusionProof(sha256, index, size, read);
        const root = await rootHash(sha256, size, read);
        const given = { leaf: all[index] as Bytes, index, size, proof, root };
        expect(verifyInclusion(sha256, given)).toBe(true);
        const wrong = proof.map((hash, i) => (i === step % proof.length ? flip(hash, bit) : hash));
        expect(verifyInclusion(sha256, { ...given, proof: wrong })).toBe(false);
        expect(verifyInclusion(sha256, { ...given, leaf: flip(given.leaf, bit) })).toBe(false);
        expect(verifyInclusion(sha256, { ...given, root: flip(root, bit) })).toBe(false);
        const older = 1 + (at % (size - 1));
        const olderRoot = await rootHash(sha256, older, read);
        const link = await consistencyProof(sha256, older, size, read);
        const pair = { older, olderRoot, size, root, proof: link };
        expect(verifyConsistency(sha256, pair)).toBe(true);
        const bent = link.map((hash, i) => (i === step % link.length ? flip(hash, bit) : hash));
        expect(verifyConsistency(sha256, { ...pair, proof: bent })).toBe(false);
        expect(verifyConsistency(sha256, { ...pair, olderRoot: flip(olderRoot, bit) })).toBe(false);
        expect(verifyConsistency(sha256, { ...pair, root: flip(root, bit) })).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("appending in any portions comes to the same tree", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 }), async (portions) => {
        let edge = EMPTY_EDGE;
        for (const portion of portions) edge = appendLeaves(sha256, edge, many(edge.size + portion).slice(edge.size)).edge;
        expect(await edgeRoot(sha256, edge)).toEqual(await rangeHash(sha256, 0, edge.size, reader(many(edge.size))));
      }),
      { numRuns: 30 },
    );
  });
});

describe("C2SP formats", () => {
  it("tile paths, there and back, and nothing that is written otherwise", () => {
    expect(tilePath({ level: 0, index: 1067, width: 256 })).toBe("tile/0/x001/067");
    expect(tilePath({ level: 1, index: 5, width: 7 })).toBe("tile/1/005.p/7");
    expect(tilePath({ level: "entries", index: 1_234_067, width: 256 })).toBe("tile/entries/x001/x234/067");
    const tiles = fc.record({
      level: fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant("entries" as const)),
      index: fc.nat(999_999_999),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(tiles, (tile) => {
        expect(parseTilePath(tilePath(tile).split("/").slice(1))).toEqual(tile);
      }),
    );
    for (const wrong of [
      "0/67",
      "0/x000/067",
      "0/x001/67",
      "64/000",
      "0/000.p/256",
      "0/000.p/0",
      "0/000.p/07",
      "00/000",
      "0",
      "",
    ])
      expect(parseTilePath(wrong.split("/")), wrong).toBeNull();
  });

  it("entry bundles, there and back", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 20 }), (entries) => {
        const bytes = joinEntries(entries);
        expect(splitEntries(bytes, entries.length)).toEqual(entries);
        expect(() => splitEntries(bytes, entries.length + 1)).toThrow(RangeError);
        if (bytes.length > 0) expect(() => splitEntries(bytes.slice(0, -1), entries.length)).toThrow(RangeError);
      }),
    );
  });

  const pair = generateKeyPairSync("ed25519");
  const publicKey = Uint8Array.from(pair.publicKey.export({ format: "der", type: "spki" }).subarray(-32));
  const key = { name: "portal.example/log", publicKey };
  const checkpoint = { origin: key.name, size: 1234, root: leafHash(sha256, utf8("x")) };
  const text = checkpointText(checkpoint);
  const note = signedNote(sha256, text, key, sign(null, Buffer.from(text), pair.privateKey));

  it("the example key of the signed-note format", () => {
    const line = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const known = parseVkey(sha256, line);
    expect(known?.name).toBe("PeterNeumann");
    expect(known && vkeyLine(sha256, known)).toBe(line);
    const said = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const signature = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
    const bytes = fromBase64(signature) as Bytes;
    expect(known && verifyEd25519(utf8(said), bytes.slice(4), known.publicKey)).toBe(true);
    expect(known && signedNote(sha256, said, known, bytes.slice(4))).toBe(`${said}\n— PeterNeumann ${signature}\n`);
  });

  it("a checkpoint is read when the key signed it, with other signatures beside it or not", () => {
    expect(openCheckpoint(sha256, verifyEd25519, note, key)).toEqual(checkpoint);
    expect(openCheckpoint(sha256, verifyEd25519, `${note}— witness.example AAAAAA==\n`, key)).toEqual(checkpoint);
    expect(openCheckpoint(sha256, verifyEd25519, note.replace("1234", "1235"), key)).toBeNull();
    expect(openCheckpoint(sha256, verifyEd25519, note.slice(0, -1), key)).toBeNull();
    expect(openCheckpoint(sha256, verifyEd25519, "", key)).toBeNull();
    expect(openCheckpoint(sha256, verifyEd25519, note, { ...key, name: "other.example/log" })).toBeNull();
    const other = generateKeyPairSync("ed25519").publicKey.export({ format: "der", type: "spki" }).subarray(-32);
    expect(openCheckpoint(sha256, verifyEd25519, note, { ...key, publicKey: other })).toBeNull();
  });

  it("base64 there and back, and only as it is written", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64(base64(bytes))).toEqual(bytes);
      }),
    );
    for (const wrong of ["A", "AB==C", "AB", "AA==\n", "A-==", "AB=="]) expect(fromBase64(wrong), wrong).toBeNull();
  });
});

describe("leaves", () => {
  const row: LedgerRow = {
    seq: 17,
    complaintId: "0199c0de-0000-7000-8000-000000000001",
    ord: 2,
    at: "2026-09-17T01:00:00.000000Z",
    recordedAt: "2026-09-17T01:00:00.123456Z",
    type: "accepted",
    actorRole: "officer",
    actorId: "0199c0de-0000-7000-8000-000000000002",
    data: {},
    salt: Uint8Array.from({ length: 16 }, (_, i) => i),
  };
  const h = (text: string) => createHash("sha256").update(row.salt).update(text).digest("hex");

  it("is what decision 0020 says, to the letter", () => {
    const event = `{"actor":"${h(`actor:${row.actorId}`)}","at":"2026-09-17T01:00:00.000000Z","case":"${h(`case:${row.complaintId}`)}","data":{},"ord":2,"recordedAt":"2026-09-17T01:00:00.123456Z","role":"officer","seq":17,"type":"accepted","v":1}`;
    expect(eventText(sha256, row)).toBe(event);
    const entry = fromUtf8(leafEntry(leafOf(sha256, row)));
    expect(entry).toBe(`{"hash":"${h(event)}","seq":17,"time":"2026-09-17T01:00:00.123456Z"}`);
    expect(parseLeaf(entry)).toEqual(leafOf(sha256, row));
    expect(parseLeaf(` ${entry}`)).toBeNull();
  });

  it("depends on every column", () => {
    const changes: Partial<LedgerRow>[] = [
      { seq: 18 },
      { complaintId: "0199c0de-0000-7000-8000-000000000003" },
      { ord: 3 },
      { at: "2026-09-17T01:00:00.000001Z" },
      { recordedAt: "2026-09-17T01:00:00.123457Z" },
      { type: "declined" },
      { actorRole: "supervisor" },
      { actorId: null },
      { data: { days: 15 } },
      { salt: new Uint8Array(16) },
    ];
    const hashes = changes.map((change) => leafOf(sha256, { ...row, ...change }).hash);
    expect(new Set([leafOf(sha256, row).hash, ...hashes]).size).toBe(changes.length + 1);
  });

  it("tells nobody that two events are of one case", () => {
    const other = { ...row, salt: new Uint8Array(16) };
    const field = (r: LedgerRow, name: string) => (JSON.parse(eventText(sha256, r)) as Record<string, unknown>)[name];
    for (const name of ["case", "actor"]) expect(field(row, name)).not.toBe(field(other, name));
    expect(eventText(sha256, row)).not.toContain(row.complaintId);
  });
});
