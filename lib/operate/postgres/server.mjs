import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmdirSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "../problem.mjs";
import { connect, mayComeUp } from "./connection.mjs";
import { exists, hasWriters, isServer, readPidFile, removeStaleFiles, socketHolder } from "./processes.mjs";
import { settings } from "./settings.mjs";

/** @typedef {import("./place.mjs").Place} Place */

/** A first start on a loaded machine was seen to take 25 s, recovery after a power cut longer. */
const PATIENCE = 90_000;
const KEEP_LOG_BELOW = 10_000_000;

/**
 * Finds the living server of this place or starts one, and returns a connection that lasts as long as we use it:
 * it is how others see that the server is in use.
 * @param {Place} place @param {string} socketDir
 */
export async function findOrStart(place, socketDir) {
  const until = Date.now() + PATIENCE;
  let child;
  let started = false;
  let used = socketDir;
  while (Date.now() < until) {
    const file = readPidFile(place.cluster);
    if (file && isServer(file.pid, place.cluster)) {
      used = file.socketDir || socketDir;
      try {
        return { keeper: await connect(used, "kindling keeper"), socketDir: used, started };
      } catch (error) {
        if (!mayComeUp(error)) throw error;
        if (file.ready && !existsSync(join(used, ".s.PGSQL.5432"))) {
          // Something that tidies the temporary folder took the socket away: nobody can reach this server any more.
          process.kill(file.pid, "SIGINT");
          await sleep(200);
        }
      }
    } else if (!child || child.exitCode !== null || child.signalCode !== null) {
      if (child) throw new Problem(`PostgreSQL did not start: ${lastWords(place.log)} (${place.log})`);
      if (clearAway(place, socketDir)) {
        child = launch(place, socketDir);
        started = true;
      }
    }
    await sleep(30);
  }
  throw new Problem(`PostgreSQL did not answer within ${PATIENCE / 1000} seconds; see ${place.log}`);
}

/**
 * Whether the way is free for a new server.
 * @param {Place} place @param {string} socketDir
 */
function clearAway(place, socketDir) {
  const holder = socketHolder(socketDir);
  if (!existsSync(join(place.cluster, "postmaster.pid")) && holder && isServer(holder, `${place.cluster} (deleted)`)) {
    process.kill(holder, "SIGQUIT");
    return false;
  }
  if (hasWriters(place.cluster)) return false;
  // Elsewhere than on Linux we cannot tell a stale file from a living one, and leave it to PostgreSQL.
  if (process.platform === "linux") removeStaleFiles(place.cluster, socketDir);
  return true;
}

/** @param {Place} place @param {string} socketDir */
function launch(place, socketDir) {
  if (existsSync(place.log) && statSync(place.log).size > KEEP_LOG_BELOW) truncateSync(place.log);
  const log = openSync(place.log, "a", 0o600);
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(join(place.native, "bin", "postgres"), ["-D", place.cluster, "-k", socketDir, ...options], {
    ...place.runAs,
    cwd: "/",
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", log, log],
    // A Ctrl-C in the terminal reaches the supervisor, which stops the database last.
    detached: true,
  });
  child.on("error", () => {});
  child.unref();
  closeSync(log);
  return child;
}

/** @param {Place} place @param {string} socketDir */
export async function shutDown(place, socketDir) {
  const file = readPidFile(place.cluster);
  if (!file || !isServer(file.pid, place.cluster)) return;
  process.kill(file.pid, "SIGINT");
  const until = Date.now() + PATIENCE;
  while (existsSync(join(place.cluster, "postmaster.pid")) && exists(file.pid)) {
    if (Date.now() > until) throw new Problem(`PostgreSQL (process ${file.pid}) does not stop; see ${place.log}`);
    await sleep(20);
  }
  try {
    rmdirSync(socketDir);
  } catch {
    // Not empty: somebody keeps something there, and we leave it.
  }
}

/** @param {string} log */
function lastWords(log) {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  return lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? "no reason given";
}
