import { afterEach, describe, expect, it, vi } from "vitest";
import { errorFields, log } from "./log";

afterEach(() => vi.restoreAllMocks());

describe("log lines", () => {
  it("are one line of JSON each", () => {
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    log("warn", "job.failed", { job: "clean-up" });
    expect(JSON.parse(String(write.mock.calls[0]?.[0]))).toMatchObject({ level: "warn", event: "job.failed", job: "clean-up" });
  });

  it("leave out what LOG_LEVEL calls too quiet", () => {
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    log("debug", "noise");
    expect(write).not.toHaveBeenCalled();
  });

  it("carry no address, phone number or query parameter", () => {
    expect(errorFields(new Error("550 <li.na@mail.example> unknown, call 138 0013 8000")).message).toBe(
      "550 <<mail>> unknown, call <number>",
    );
    const failed = new Error("Failed query: insert … params: 李娜,13800138000", {
      cause: Object.assign(new Error("duplicate key"), { code: "23505" }),
    });
    expect(errorFields(failed)).toMatchObject({ message: "duplicate key", code: "23505" });
    expect(errorFields(new Error("GET /reset?token=abc123 failed")).message).toBe("GET /reset?token=<hidden> failed");
  });
});
