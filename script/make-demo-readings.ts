import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { demoFiles } from "@/db/seed/attachments";
import { examine } from "@/platform/file-kinds/examine";
import { plainBuffer } from "@/platform/file-kinds/kinds";
import { endRecognisers } from "@/platform/reading/ocr";
import { readContent } from "@/services/read-content";

/** Reads the demo files with the product's own readers and keeps what they say beside them, so that a demo loads without reading: npx tsx script/make-demo-readings.ts */
async function main(): Promise<void> {
  const out: Record<string, unknown> = {};
  for (const { file } of demoFiles()) {
    const bytes = readFileSync(path.join("db/seed/files", file));
    const found = await examine(plainBuffer(bytes));
    if (!found.ok) throw new Error(`${file} would be refused: ${found.why}`);
    try {
      out[file] = await readContent(found.kind, bytes, {
        format: found.format,
        ...(found.encoding ? { encoding: found.encoding } : {}),
      });
    } catch (error) {
      process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  const short = (_key: string, value: unknown) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value);
  const lines = Object.entries(out).map(([file, content]) => `${JSON.stringify(file)}: ${JSON.stringify(content, short)}`);
  writeFileSync("db/seed/files/readings.json", `{\n${lines.join(",\n")}\n}\n`);
  await endRecognisers();
}

void main();
