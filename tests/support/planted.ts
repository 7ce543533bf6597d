import { randomBytes } from "node:crypto";
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { mustRun } from "../../lib/operate/start/typescript.mjs";
import { testSecrets } from "./secrets";

/** A database server of the tests, as `own-cluster.ts` starts it. */
export interface Cluster {
  adminUrl: string;
  dataDir: string;
}

const PLANTED = "planted";
/** Any number, but the same in every process: only one of them plants. */
const planting = 5_140_291;

/** The address of a database of the cluster, as one of its three roles. */
export function addressOf(adminUrl: string, user: "kindling" | "kindling_direct" | "postgres", database?: string) {
  const changed = new URL(adminUrl);
  changed.username = user;
  if (database) changed.pathname = `/${database}`;
  return changed.href;
}

/**
 * A new database of the cluster, an exact copy of the freshly migrated one (about 60 ms), or of the one with the demo
 * in it, and how to be rid of it.
 */
export async function copyOf({ adminUrl }: Pick<Cluster, "adminUrl">, template: "migrated" | typeof PLANTED) {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(adminUrl, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER kindling`));
  return {
    url: addressOf(adminUrl, "kindling", name),
    directUrl: addressOf(adminUrl, "kindling_direct", name),
    adminUrl: addressOf(adminUrl, "postgres", name),
    drop: () => asAdmin(adminUrl, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

/**
 * The demo world in a database of its own, its files in that data folder. It is planted once a cluster, by the command
 * that plants it at a first start; everybody gets a copy.
 */
export async function copyOfDemo(cluster: Cluster, dataDir: string) {
  await plantOnce(cluster);
  cpSync(join(cluster.dataDir, PLANTED), dataDir, { recursive: true });
  return copyOf(cluster, PLANTED);
}

export async function plantOnce({ adminUrl, dataDir }: Cluster): Promise<void> {
  const files = join(dataDir, PLANTED);
  await asAdmin(adminUrl, async (admin) => {
    // Whoever comes meanwhile waits here and finds it done. The lock goes with the connection.
    await admin.query("SET lock_timeout = 0");
    await admin.query("SELECT pg_advisory_lock($1)", [planting]);
    const found = await admin.query("SELECT FROM pg_database WHERE datname = $1", [PLANTED]);
    if (found.rowCount) return;
    // What was cut short is begun again, under another name until it is whole.
    await admin.query("DROP DATABASE IF EXISTS half_planted WITH (FORCE)");
    if (existsSync(files)) rmSync(files, { recursive: true });
    await admin.query("CREATE DATABASE half_planted TEMPLATE migrated OWNER kindling");
    await mustRun("lib/operate/seed.ts", [], {
      ...testSecrets,
      DATA_DIR: files,
      DATABASE_URL: addressOf(adminUrl, "kindling", "half_planted"),
      DATABASE_URL_DIRECT: addressOf(adminUrl, "kindling_direct", "half_planted"),
      KINDLING_DEMO: "1",
      LOG_LEVEL: "silent",
    });
    await admin.query(`ALTER DATABASE half_planted RENAME TO ${PLANTED}`);
  });
}

async function asAdmin<T>(adminUrl: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: addressOf(adminUrl, "postgres", "postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
