import { afterEach, describe, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function demoWith(settings: Record<string, string>): Promise<boolean> {
  for (const [name, value] of Object.entries({ DEMO: "", EMBEDDED_DATABASE: "", ...settings })) vi.stubEnv(name, value);
  vi.resetModules();
  return (await import("./env")).isDemo();
}

describe("demo mode in a running portal", () => {
  it("is never on in production over a database of one's own, except by name", async () => {
    const production = { NODE_ENV: "production" };
    expect(await demoWith({ ...production, DEMO: "1" })).toBe(false);
    expect(await demoWith({ ...production, DEMO: "1", EMBEDDED_DATABASE: "1" })).toBe(true);
    expect(await demoWith({ ...production, DEMO: "yes-on-this-database" })).toBe(true);
    expect(await demoWith(production)).toBe(false);
  });

  it("may be on in development", async () => {
    expect(await demoWith({ NODE_ENV: "development", DEMO: "1" })).toBe(true);
  });
});
