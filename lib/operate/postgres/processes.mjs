import { readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * What a server's own pid file says.
 * @param {string} cluster
 */
export function readPidFile(cluster) {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), socketDir: lines[4]?.trim() ?? "", ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/**
 * Whether that number is our server. It may by now be a zombie, or another program that was given the same number.
 * @param {number} pid @param {string} cluster
 */
export function isServer(pid, cluster) {
  if (!(pid > 0) || !exists(pid)) return false;
  if (process.platform !== "linux") return true;
  const stat = readStat(pid);
  if (stat?.name !== "postgres" || stat.state === "Z" || stat.state === "X") return false;
  const folder = workingFolder(pid);
  return folder === undefined || folder === cluster;
}

/**
 * Children of a killed server can outlive it for a moment and still write. Until they are gone the pid file,
 * PostgreSQL's own guard against a second server, must stay.
 * @param {string} cluster
 */
export function hasWriters(cluster) {
  if (process.platform !== "linux") return false;
  return readdirSync("/proc").some((name) => /^\d+$/.test(name) && workingFolder(Number(name)) === cluster);
}

/** @param {string} cluster @param {string} socketDir */
export function removeStaleFiles(cluster, socketDir) {
  rmSync(join(cluster, "postmaster.pid"), { force: true });
  rmSync(join(socketDir, ".s.PGSQL.5432.lock"), { force: true });
  rmSync(join(socketDir, ".s.PGSQL.5432"), { force: true });
}

/**
 * A server whose data folder was removed under it still holds the socket.
 * @param {string} socketDir
 */
export function socketHolder(socketDir) {
  try {
    return Number(readFileSync(join(socketDir, ".s.PGSQL.5432.lock"), "utf8").split("\n")[0]);
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
export function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** @param {number} pid */
export function readStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, , , , , ...rest] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    // Field 22 of the line: together with the number it names one process for good.
    return { name: text.slice(text.indexOf("(") + 1, text.lastIndexOf(")")), state, started: rest[14] };
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
