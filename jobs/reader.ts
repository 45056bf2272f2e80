import type { ReadingRequest } from "@/platform/reading/apart";
import { type FileFacts, listenTo, readContent } from "@/services/read-content";

// A process that reads files one after another for the worker (platform/reading/apart) and ends with it. It says nothing of what it reads
// but the result.
process.on("message", (request: ReadingRequest) => {
  const bytes = Buffer.from(request.bytes.buffer, request.bytes.byteOffset, request.bytes.byteLength);
  const read = async () =>
    request.kind === "samples" ? listenTo(bytes) : readContent(request.kind, bytes, request.facts as FileFacts | undefined);
  read().then(
    (content) => process.send?.({ ok: true, content }),
    () => process.send?.({ ok: false }),
  );
});
process.on("disconnect", () => process.exit(0));
