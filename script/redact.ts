import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { propose } from "../domain/redaction";

// The detectors of the product on JSON lines, from the files named or from standard input: one line out for each line in.
async function run(files: string[]): Promise<number> {
  let bad = 0;
  for (const input of files.length > 0 ? files.map((file) => createReadStream(file)) : [process.stdin]) {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === "") continue;
      const answer = answerTo(line);
      if (!answer) {
        bad += 1;
        process.stderr.write('not a line of {"id","text"}\n');
      } else if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) {
        await new Promise((resolve) => process.stdout.once("drain", resolve));
      }
    }
  }
  return bad;
}

function answerTo(line: string): { id: unknown; spans: { start: number; end: number; type: string }[] } | null {
  try {
    const { id, text } = JSON.parse(line.replace(/^\ufeff/, "")) as { id?: unknown; text?: unknown };
    if (typeof text !== "string") return null;
    return { id: id ?? null, spans: propose(text).map(({ start, end, type }) => ({ start, end, type })) };
  } catch {
    return null;
  }
}

void run(process.argv.slice(2)).then((bad) => {
  process.exitCode = bad > 0 ? 1 : 0;
});
