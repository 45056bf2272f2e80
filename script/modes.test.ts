import { describe, expect, it } from "vitest";
import { chooseMode } from "./modes";

const mode = (env: Record<string, string>) => chooseMode(env as NodeJS.ProcessEnv);

describe("demo mode", () => {
  it("is on with the embedded database unless turned off", () => {
    expect(mode({})).toEqual({ embedded: true, demo: true });
    expect(mode({ DEMO: "0" })).toEqual({ embedded: true, demo: false });
  });

  it("is off on a database of one's own unless asked for by name", () => {
    expect(mode({ DATABASE_URL: "postgresql://x" })).toEqual({ embedded: false, demo: false });
    expect(mode({ DATABASE_URL: "postgresql://x", DEMO: "yes-on-this-database" })).toEqual({ embedded: false, demo: true });
  });

  it("is refused when asked for on such a database in passing", () => {
    for (const asked of ["1", "yes", "true"]) {
      expect(() => mode({ DATABASE_URL: "postgresql://x", DEMO: asked })).toThrow("yes-on-this-database");
    }
  });
});
