import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examine } from "@/platform/file-kinds/examine";
import { cleanFileName, contentDisposition, downloadName } from "@/platform/file-kinds/file-name";
import { plainBuffer } from "@/platform/file-kinds/kinds";
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
});
