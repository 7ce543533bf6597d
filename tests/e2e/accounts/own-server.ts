import { test as base } from "@playwright/test";
import { startServer, type TestServer } from "../../support/server";
import { givenCluster } from "../../support/shared-cluster";

type Start = () => Promise<{
  seed?: boolean;
  more?: Record<string, string>;
  /** Answers how to stop what else was started. */
  beside?: (server: TestServer) => Promise<() => Promise<unknown>>;
}>;

/**
 * Providers and closed sign-ups are the operator's to choose, so such a file has a server of its own, at which its pages are at home.
 * A worker of its own, too: the runner shares none between files whose fixtures differ, so its database is asked by nobody else.
 */
export function onOwnServer(start: Start) {
  const test = base.extend<object, { server: TestServer }>({
    server: [
      // biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern which fixtures are needed
      async ({}, use) => {
        const { beside, ...options } = await start();
        const server = await startServer({ seed: false, on: givenCluster(), ...options });
        process.env.TEST_ADMIN_URL = server.adminUrl;
        const stop = await beside?.(server);
        await use(server);
        await stop?.();
        await server.stop();
      },
      { scope: "worker", timeout: 180_000 },
    ],
    baseURL: async ({ server }, use) => use(server.origin),
  });
  test.describe.configure({ mode: "serial" });
  return test;
}
