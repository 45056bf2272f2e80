import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateX25519Identity } from "age-encryption";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { originalResponse, previewResponse } from "@/platform/evidence-response";
import { examine } from "@/platform/file-kinds/examine";
import { cleanFileName, contentDisposition, downloadName } from "@/platform/file-kinds/file-name";
import { plainBuffer } from "@/platform/file-kinds/kinds";
import { drawPaper } from "@/platform/redaction/paper";
import { drawPicture } from "@/platform/redaction/picture";
import { decodeSound } from "@/platform/redaction/sound";
import { textOf } from "@/platform/redaction/text";
import { masterKeyFrom } from "@/platform/sealing/master-key";
import { sealBuffer } from "@/platform/sealing/seal";
import { SealedFile, sealedBuffer } from "@/platform/sealing/sealed-file";
import { type HostileFile, hostileFiles } from "./make-hostile-files";

const dir = mkdtempSync(join(tmpdir(), "hostile-"));
let files: HostileFile[] = [];
beforeAll(async () => {
  files = await hostileFiles(dir);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("hostile files", () => {
  it("are many, and each has an id of its own", () => {
    expect(files.length).toBeGreaterThanOrEqual(120);
    expect(new Set(files.map((f) => f.id)).size).toBe(files.length);
  });

  it("come out as expected: taken for what they are, or refused with the reason", async () => {
    const wrong: string[] = [];
    for (const file of files) {
      const found = await examine(plainBuffer(readFileSync(file.path)));
      const fits = file.expect.some((e) =>
        "refused" in e
          ? !found.ok && found.why === e.refused
          : found.ok && found.format === e.taken && (e.active === undefined || found.active === e.active),
      );
      if (!fits) wrong.push(`${file.id}: ${found.ok ? `taken as ${found.format}, active ${found.active}` : found.why}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it("get a name that neither turns, hides, climbs nor splits a header", () => {
    for (const { name } of files) {
      const clean = cleanFileName(name);
      expect(clean).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b/\\<>"|?*]/u);
      expect(Array.from(clean).length).toBeLessThanOrEqual(120);
      const saved = downloadName(name, "png");
      expect(saved).toMatch(/\.png$/);
      expect(contentDisposition("attachment", saved)).not.toMatch(/[\r\n\0]/);
    }
  });

  it("that are taken are never served as something that acts", async () => {
    const master = await masterKeyFrom(await generateX25519Identity());
    let served = 0;
    for (const file of files) {
      const bytes = readFileSync(file.path);
      const found = await examine(plainBuffer(bytes));
      if (!found.ok) {
        expect(found.why, file.id).toMatch(/^[a-z_]+$/);
        continue;
      }
      const sealed = await SealedFile.open(sealedBuffer(await sealBuffer(bytes, master)), master);
      const evidence = { name: file.name, format: found.format, active: found.active, file: sealed };
      const answer = originalResponse(evidence, null);
      await answer.body?.cancel();
      const type = answer.headers.get("content-type") ?? "";
      expect(type, file.id).not.toMatch(/html|javascript|xml|svg|message|csv|json/);
      expect(answer.headers.get("x-content-type-options"), file.id).toBe("nosniff");
      expect(answer.headers.get("content-security-policy"), file.id).toContain("sandbox");
      if (found.active) expect(answer.headers.get("content-disposition"), file.id).toMatch(/^attachment/);
      const preview = await previewResponse(evidence);
      if (preview) expect(preview.headers.get("content-type"), file.id).toBe("image/webp");
      served += 1;
    }
    expect(served).toBeGreaterThan(10);
  }, 120_000);

  it("that are taken crash nothing that draws, decodes or reads them for redaction", async () => {
    for (const file of files) {
      const bytes = readFileSync(file.path);
      const found = await examine(plainBuffer(bytes));
      if (!found.ok) continue;
      const work = async () => {
        if (found.kind === "image") await drawPicture(bytes);
        else if (found.kind === "pdf") for await (const page of drawPaper(bytes)) expect(page.width).toBeGreaterThan(0);
        else if (found.kind === "audio") await decodeSound(bytes);
        else if (found.kind === "text") expect(textOf(bytes, found.format, found.encoding)).not.toMatch(/<script/i);
      };
      // What cannot be drawn says so in an error; it neither hangs nor takes the process down.
      await work().catch((error: unknown) => expect(error, file.id).toBeInstanceOf(Error));
    }
  }, 180_000);
});
