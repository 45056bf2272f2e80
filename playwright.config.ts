import { defineConfig, devices } from "@playwright/test";
import { embeddedUrls } from "./db/embedded";

const port = Number(process.env.E2E_PORT || 3199);
const dataDir = ".test/e2e";

// Fixtures sign in through rows, so they need the database and the keys of the server under test; both are there once it answers.
process.env.DATA_DIR = dataDir;
process.env.PUBLIC_URL = `http://127.0.0.1:${port}`;
Object.assign(process.env, embeddedUrls(dataDir));

/** The built portal with demo data, started by script/server in a folder of its own, looked at by Debian's Chromium. */
export default defineConfig({
  testDir: "e2e",
  outputDir: ".test/journeys",
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: ".test/journeys.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 800 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // A trace costs as much as what it records; where a failure does not explain itself: script/test journeys -- --trace on.
    trace: "off",
    screenshot: "only-on-failure",
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "pages", testIgnore: "journeys/**", fullyParallel: true },
    // Journeys move the portal's clock, which all share: one at a time, and after everything that looks at the demo as it was loaded.
    { name: "journeys", testMatch: "journeys/**/*.spec.ts", dependencies: ["pages"], workers: 1 },
  ],
  webServer: {
    command: "script/server",
    url: `http://127.0.0.1:${port}/api/health`,
    env: { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: "", DEMO: "" },
    timeout: 300_000,
    reuseExistingServer: process.env.E2E_FRESH !== "1",
    gracefulShutdown: { signal: "SIGTERM", timeout: 40_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
