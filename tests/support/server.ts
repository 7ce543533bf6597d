import { mkdtempSync, openSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { startApp } from "@/lib/operate/start/app.mjs";
import { build } from "@/lib/operate/start/build.mjs";
import { startCluster } from "./own-cluster";
import { type Cluster, copyOf, copyOfDemo } from "./planted";
import { testSecrets } from "./secrets";

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
 * The application as in production, on a port of its own, with the demo in it: in a database of its own on the server
 * that is given, or on a server of its own. `another()` starts a second process on the same database.
 */
export async function startServer({
  seed = true,
  more = {} as Record<string, string>,
  on = undefined as Cluster | undefined,
} = {}) {
  await build();
  const own = on ? undefined : await startCluster();
  const cluster = on ?? own!;
  const dataDir = mkdtempSync(join(cluster.dataDir, "instance-"));
  const log = openSync(join(dataDir, "app.log"), "a");
  const running: ReturnType<typeof startApp>[] = [];
  let database: Awaited<ReturnType<typeof copyOf>> | undefined;

  const stop = async () => {
    await Promise.all(running.map((app) => app.stop()));
    if (own) return own.stop();
    await database?.drop();
    rmSync(dataDir, { recursive: true });
  };

  try {
    database = seed ? await copyOfDemo(cluster, dataDir) : await copyOf(cluster, "migrated");
    const { adminUrl, url, directUrl } = database;
    const variables: Record<string, string> = {
      ...nothingOfTheOperator,
      ...testSecrets,
      DATA_DIR: dataDir,
      DATABASE_URL: url,
      DATABASE_URL_DIRECT: directUrl,
      KINDLING_DEMO: seed ? "1" : "0",
      ...more,
    };

    async function another(port?: number) {
      const free = port ?? (await freePort());
      const app = startApp({
        port: free,
        variables: { ...variables, ORIGIN: `http://localhost:${free}` },
        output: log,
      });
      running.push(app);
      if (!(await app.ready())) throw new Error(`The application ended while it started; see ${dataDir}/app.log`);
      return app;
    }

    const app = await another();
    const logFile = join(dataDir, "app.log");
    return { app, origin: app.address, adminUrl, cluster, dataDir, logFile, variables, another, stop };
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
