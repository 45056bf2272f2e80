import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TRANSITIONS } from "@/domain/procedure";

const SERVICES = join(import.meta.dirname);
const read = (path: string) => readFileSync(path, "utf8");
const written = readdirSync(SERVICES)
  .filter((name) => name.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(name))
  .map((name) => read(join(SERVICES, name)))
  .join("\n");
/** What the clocks do by themselves, and what they remind of: the services that enforce them write it down. */
const clocks = ["lapse", "reminders"].map((name) => read(join(SERVICES, `../domain/${name}.ts`))).join("\n");

describe("every row of the procedure", () => {
  it.each(TRANSITIONS.map((row) => [row.action, row.by.join(" "), row.event, row] as const))(
    "%s by %s is carried out by a service",
    (action, _by, event, row) => {
      const alone = row.by.every((role) => role === "system");
      const source = alone ? written + clocks : written;
      expect(source.includes(`"${action}"`) || (alone && clocks.includes(`"${event}"`))).toBe(true);
    },
  );
});
