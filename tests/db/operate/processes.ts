import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { Client } from "pg";

const starter = join(import.meta.dirname, "starter.mjs");
export const project = join(import.meta.dirname, "../../..");
export const isRoot = process.getuid?.() === 0;

/** Folders in the tests' own name, open to the database's account and removed by the caller. */
export function newFolder(mode = 0o755) {
  const folder = mkdtempSync(join(tmpdir(), `kindling-tests-${process.pid}-`));
  chmodSync(folder, mode);
  return folder;
}

export type Started = { url: string; socketDir: string; started: boolean };

/** One process that starts or shares the database of a folder. */
export function start(dataDir: string, { from = project, uid }: { from?: string; uid?: number } = {}) {
  const module = pathToFileURL(join(from, "lib/operate/postgres.mjs")).href;
  const child = spawn(process.execPath, [from === project ? starter : join(from, "starter.mjs"), module, dataDir], {
    cwd: "/",
    uid,
    gid: uid,
  });
  let errors = "";
  child.stderr.on("data", (part) => {
    errors += part;
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(errors.trim());
    return JSON.parse(value);
  };
  return {
    started: next() as Promise<Started>,
    kill: () => child.kill("SIGKILL"),
    stop: async (): Promise<boolean> => {
      child.stdin.write("stop\n");
      return (await next()).stopped;
    },
  };
}

export async function query(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

export const serverOf = (cluster: string) =>
  Number(readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);

/** Ends what a failed test may have left, and removes it. */
export function sweep(dataDir: string, cluster = join(dataDir, "postgres")) {
  if (existsSync(join(cluster, "postmaster.pid"))) {
    try {
      process.kill(serverOf(cluster), "SIGQUIT");
    } catch {
      // It has ended.
    }
  }
  rmSync(dataDir, { recursive: true, force: true });
}
