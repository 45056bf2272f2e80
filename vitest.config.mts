import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Two projects: `unit` needs nothing, `integration` needs the test database that script/test starts (TEST_DATABASE_URL). */
export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    // One worker a core less one is the default: on two cores that leaves one idle while the database works.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "app/**/*.test.ts",
            "domain/**/*.test.ts",
            "components/**/*.test.{ts,tsx}",
            "platform/**/*.test.ts",
            "messages/**/*.test.ts",
            "services/**/*.test.ts",
            "jobs/**/*.test.ts",
            "db/**/*.test.ts",
            "script/**/*.test.ts",
          ],
          exclude: ["**/*.integration.test.ts", "node_modules"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["**/*.integration.test.ts"],
          exclude: ["node_modules"],
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
