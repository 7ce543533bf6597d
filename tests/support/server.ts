import { mkdirSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { startApp } from "@/lib/operate/start/app.mjs";
import { build } from "@/lib/operate/start/build.mjs";
import { mustRun } from "@/lib/operate/start/typescript.mjs";
import { startCluster } from "./own-cluster";

/** Fixed, so that a test can sign what the application signs. They guard nothing outside the tests. */
export const testSecrets = {
  AUTH_SECRET: "the secret of the tests, which guards nothing at all",
  METRICS_TOKEN: "metrics token of the tests",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  PUSHER_KEY: "kindling-tests",
  PUSHER_SECRET: "realtime secret of the tests",
};

/** Blank, so that neither the shell nor `.env` lends a test the operator's mail server. */
const nothingOfTheOperator = Object.fromEntries(
  [
    "SMTP_URL",
    "MAIL_FROM",
    "OIDC_PROVIDERS",
    "OAUTH_PROVIDERS",
    "TRUSTED_PROXIES",
    "PUSHER_APP_ID",
    "PUSHER_HOST",
    "PUSHER_PORT",
    "PUSHER_CLUSTER",
    "S3_BUCKET",
    "S3_ENDPOINT",
    "S3_ACCESS_KEY_ID",
    "S3_SECRET_ACCESS_KEY",
  ].map((name) => [name, ""]),
);

export type TestServer = Awaited<ReturnType<typeof startServer>>;

/**
 * The application as in production, on a port and a database server of its own, with the demo in it.
 * `another()` starts a second process on the same database.
 */
export async function startServer({ seed = true, more = {} as Record<string, string> } = {}) {
  await build();
  const cluster = await startCluster();
  const dataDir = join(cluster.dataDir, "instance");
  mkdirSync(dataDir);
  const log = openSync(join(dataDir, "app.log"), "a");
  const running: ReturnType<typeof startApp>[] = [];
  const variables: Record<string, string> = {
    ...nothingOfTheOperator,
    ...testSecrets,
    DATA_DIR: dataDir,
    DATABASE_URL: cluster.url,
    DATABASE_URL_DIRECT: cluster.directUrl,
    KINDLING_DEMO: seed ? "1" : "0",
    ...more,
  };

  async function another(port?: number) {
    const free = port ?? (await freePort());
    const app = startApp({ port: free, variables: { ...variables, ORIGIN: `http://localhost:${free}` }, output: log });
    running.push(app);
    if (!(await app.ready())) throw new Error(`The application ended while it started; see ${dataDir}/app.log`);
    return app;
  }

  const stop = async () => {
    await Promise.all(running.map((app) => app.stop()));
    await cluster.stop();
  };

  try {
    await mustRun("lib/operate/migrate.ts", [], variables);
    if (seed) await mustRun("lib/operate/seed.ts", [], variables);
    const app = await another();
    return { app, origin: app.address, cluster, dataDir, logFile: join(dataDir, "app.log"), variables, another, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A loopback port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((done, refuse) => {
    const probe = createServer().once("error", refuse);
    probe.listen(0, "localhost", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? done(address.port) : refuse(new Error("no port"))));
    });
  });
}
