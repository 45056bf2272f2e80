import type { ReadingRequest } from "@/platform/reading/apart";
import { readContent } from "@/services/read-content";

// A process that reads files one after another for the worker (platform/reading/apart) and ends with it. It says nothing of what it reads
// but the result.
process.on("message", (request: ReadingRequest) => {
  readContent(request.kind, Buffer.from(request.bytes)).then(
    (content) => process.send?.({ ok: true, content }),
    () => process.send?.({ ok: false }),
  );
});
process.on("disconnect", () => process.exit(0));
