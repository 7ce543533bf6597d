import { defineConfig } from "@playwright/test";
import { browserProgram } from "./tests/support/run/chromium.mjs";

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.test.ts",
  outputDir: "test-results",
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Some tests start a server of their own, on a machine that may be busy.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  globalSetup: "./tests/support/server-setup.ts",
  use: {
    // The workers read this file again, when the setup has said where the server is.
    baseURL: process.env.TEST_ORIGIN,
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    // What was done and asked, and the last picture. To keep the page at every step takes as much as the tests themselves:
    // where a failure does not explain itself, `npx playwright test FILE --trace on` shows all of it.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    screenshot: "only-on-failure",
    // Answers come from the server, except where the worker itself is tested.
    serviceWorkers: "block",
    headless: true,
    launchOptions: {
      executablePath: browserProgram(),
      args: [
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
});
