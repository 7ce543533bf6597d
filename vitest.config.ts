import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/run/longest-first";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

/** What a test refuses on purpose would fill the report. */
const env = { LOG_LEVEL: "silent" };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          environment: "node",
          env,
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          env,
          include: ["tests/db/**/*.test.ts"],
          environment: "node",
          globalSetup: "tests/support/cluster-setup.ts",
          pool: "forks",
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
    ],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    retry: 0,
    allowOnly: false,
  },
});
