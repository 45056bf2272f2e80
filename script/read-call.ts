import { readCallRecording } from "@/services/read-call-recording";

// The listener of the product on recordings: one JSON line each, in the order named. Exit code 1 when one could not be unpacked.
async function run(files: readonly string[]): Promise<number> {
  if (files.length === 0) {
    process.stderr.write("script/read-call FILE…\n");
    return 2;
  }
  let code = 0;
  for (const file of files) {
    try {
      const { duration, segments } = await readCallRecording(file);
      process.stdout.write(`${JSON.stringify({ file, duration, segments })}\n`);
    } catch (error) {
      code = 1;
      process.stdout.write(`${JSON.stringify({ file, duration: 0, segments: [] })}\n`);
      process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  return code;
}

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
