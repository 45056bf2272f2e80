import { createHash } from "node:crypto";

// What a client of the upload endpoint does, for the tests.

export const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
export const b64 = (text: string) => Buffer.from(text).toString("base64");

export const TUS = { "Tus-Resumable": "1.0.0" };
export async function create(url: string, bytes: number, name = "聊天.png"): Promise<string> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { ...TUS, "Upload-Length": String(bytes), "Upload-Metadata": `filename ${b64(name)}` },
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return new URL(answer.headers.get("location") ?? "", url).href;
}
export const offsetOf = async (upload: string) => {
  const answer = await fetch(upload, { method: "HEAD", headers: TUS });
  return answer.status === 200 ? Number(answer.headers.get("upload-offset")) : answer.status;
};
export const patch = (upload: string, offset: number, body: Uint8Array | ReadableStream) =>
  fetch(upload, {
    method: "PATCH",
    headers: { ...TUS, "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" },
    body,
    duplex: "half",
  } as RequestInit);
export const idOf = (upload: string) => upload.split("/").at(-1) ?? "";
