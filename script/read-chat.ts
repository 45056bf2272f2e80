import { endRecognisers } from "@/platform/reading/ocr";
import { readChatPicture } from "@/services/read-chat-picture";

// The reader of the product on pictures: one JSON line each, in the order named. Exit code 1 when one could not be read.
async function run(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    process.stderr.write("script/read-chat FILE…\n");
    return 2;
  }
  let code = 0;
  for (const file of files) {
    try {
      const { turns } = await readChatPicture(file);
      process.stdout.write(`${JSON.stringify({ file, turns: turns.map(({ side, text }) => ({ side, text })) })}\n`);
    } catch (error) {
      code = 1;
      process.stdout.write(`${JSON.stringify({ file, turns: [] })}\n`);
      process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  await endRecognisers();
  return code;
}

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
