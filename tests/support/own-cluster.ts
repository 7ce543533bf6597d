import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { startPostgres } from "../../lib/operate/postgres.mjs";

const PREFIX = "kindling-tests-";

/**
 * A database server of the tests' own, with the settings of production, holding the empty database `kindling`
 * and the migrated template `migrated`.
 */
export async function startCluster() {
  await removeAbandoned();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Started by root, the server runs under another account, which must be able to enter.
  chmodSync(dataDir, 0o755);
  const postgres = await startPostgres({ dataDir });
  const stop = async () => {
    await postgres.stop({ evenIfShared: true });
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await makeTemplate(postgres.adminUrl, postgres.directUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...postgres, dataDir, stop };
}

async function makeTemplate(adminUrl: string, directUrl: string) {
  const { migrate } = await import("../../db/migrate");
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // Questions over every table at once, which only tests ask, would start processes for a few rows: that costs more than the rows.
    await admin.query("ALTER ROLE ALL SET max_parallel_workers_per_gather = 0");
    await admin.query("CREATE DATABASE migrated OWNER kindling");
    await migrate(directUrl.replace("/kindling?", "/migrated?"));
  } finally {
    await admin.end();
  }
}

/** A run that was killed leaves its server and folder behind. */
async function removeAbandoned() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split("-")[0]))) continue;
    const dataDir = join(tmpdir(), name);
    const left = await startPostgres({ dataDir }).catch(() => undefined);
    await left?.stop({ evenIfShared: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
