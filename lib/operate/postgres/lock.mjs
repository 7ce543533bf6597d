import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "../problem.mjs";

/**
 * One starter at a time for one database. The kernel holds the lock and lets go when the holder dies, so there is
 * no lock file to go stale. Other systems than Linux have no such name; there PostgreSQL's own pid file decides.
 * @template T
 * @param {string} name @param {() => Promise<T>} work @param {number} [patience]
 */
export async function alone(name, work, patience = 120_000) {
  if (process.platform !== "linux") return work();
  const lock = createServer((visitor) => visitor.destroy());
  const until = Date.now() + patience;
  while (!(await taken(lock, `\0kindling-start-${name}`))) {
    if (Date.now() > until) throw new Problem("another start of the same database has been going on for two minutes.");
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    await new Promise((done) => lock.close(done));
  }
}

/** @param {import("node:net").Server} lock @param {string} path */
function taken(lock, path) {
  return new Promise((done, refuse) => {
    lock.once("error", (error) => {
      lock.removeAllListeners();
      if (/** @type {NodeJS.ErrnoException} */ (error).code === "EADDRINUSE") done(false);
      else refuse(error);
    });
    lock.listen(path, () => {
      lock.removeAllListeners("error");
      done(true);
    });
  });
}
