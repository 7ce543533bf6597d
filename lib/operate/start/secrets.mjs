import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../problem.mjs";

/** @typedef {import("./environment.mjs").Variables} Variables */

const fresh = () => ({
  AUTH_SECRET: randomBytes(32).toString("base64url"),
  METRICS_TOKEN: randomBytes(24).toString("base64url"),
  // Shared by all processes and kept over restarts, so that a page opened before still posts after.
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  PUSHER_KEY: randomBytes(10).toString("hex"),
  PUSHER_SECRET: randomBytes(24).toString("base64url"),
});

/**
 * The instance's own secrets, made at its first start and kept in its data folder. What the operator gives comes first.
 * @param {string} dataDir @param {Variables} given
 * @returns {Variables}
 */
export function instanceSecrets(dataDir, given) {
  const kept = { ...readOrMake(dataDir) };
  // A hosted service has a key and a secret of its own; ours would only hide that they are missing.
  if (given.PUSHER_HOST || given.PUSHER_CLUSTER) for (const name of ["PUSHER_KEY", "PUSHER_SECRET"]) delete kept[name];
  return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, given[name] || value]));
}

/** @param {string} dataDir @returns {Variables} */
function readOrMake(dataDir) {
  const file = join(dataDir, "secrets.json");
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) {
    // Written elsewhere and linked: of two first starts one wins, and nobody reads half a file.
    const half = join(dataDir, `secrets-${process.pid}-${randomBytes(4).toString("hex")}`);
    writeFileSync(half, `${JSON.stringify(fresh(), null, 2)}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(half, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(half, { force: true });
    }
  }
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Problem(`${file} cannot be read; restore it from a backup, or remove it to sign everybody out.`);
  }
}
