import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { Problem } from "../problem.mjs";

/** @typedef {{ uid?: number, gid?: number }} RunAs  Empty: as ourselves. */

const isRoot = () => process.getuid?.() === 0;

/**
 * PostgreSQL refuses to run as root, so root hands it to an account of its own.
 * A cluster that already exists keeps its owner, whoever starts it.
 * @param {string} cluster
 * @returns {RunAs}
 */
export function whoRunsPostgres(cluster) {
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (!isRoot()) {
    if (owner && owner.uid !== process.getuid?.()) {
      throw new Problem(`the database in ${cluster} belongs to another account; start as that account or as root.`);
    }
    return {};
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = find("postgres") ?? find("nobody");
  if (!account) throw new Problem("PostgreSQL cannot run as root, and there is no account 'postgres' or 'nobody'.");
  return account;
}

/** @param {string} name */
function find(name) {
  try {
    const id = (/** @type {string} */ flag) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

/**
 * Asks the kernel rather than reading mode bits, so that access lists count too.
 * @param {RunAs} runAs @param {string} folder
 */
export function canEnter(runAs, folder) {
  if (runAs.uid === undefined) return true;
  let existing = folder;
  while (!statSync(existing, { throwIfNoEntry: false })) existing = dirname(existing);
  return spawnSync("test", ["-x", join(realpathSync(existing), ".")], { ...runAs, cwd: "/" }).status === 0;
}

/** @param {RunAs} runAs @param {string} path */
export function give(runAs, path) {
  if (runAs.uid !== undefined) chownSync(path, runAs.uid, runAs.gid ?? runAs.uid);
}
