import { readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { alone } from "../postgres/lock.mjs";
import { hash16 } from "../postgres/place.mjs";
import { exists, readStat } from "../postgres/processes.mjs";
import { Problem } from "../problem.mjs";
import { signalGroup } from "./app.mjs";

/** @typedef {{ pid: number, started?: string }} Known  A process by number and start time; a number alone is given out again. */

/** @param {string} dataDir @param {number} port */
const noteOf = (dataDir, port) => join(dataDir, `app-${port}.json`);

/** @param {number} pid @returns {Known} */
const know = (pid) => ({ pid, started: readStat(pid)?.started });

/** @param {Known | undefined} known */
const lives = (known) =>
  known !== undefined &&
  exists(known.pid) &&
  readStat(known.pid)?.state !== "Z" &&
  readStat(known.pid)?.started === known.started;

/** @param {string} dataDir @param {number} port @param {number} [app] */
export function noteApp(dataDir, port, app) {
  const note = { supervisor: know(process.pid), app: app ? know(app) : undefined };
  writeFileSync(noteOf(dataDir, port), JSON.stringify(note));
}

/** @param {string} dataDir @param {number} port */
export const forgetApp = (dataDir, port) => rmSync(noteOf(dataDir, port), { force: true });

/**
 * Makes the port ours from now on, long before the application listens: a first start can build for a minute.
 * An application whose supervisor was killed is ended first.
 * @param {{ dataDir: string, port: number, host: string }} place
 */
export async function claimPort({ dataDir, port, host }) {
  await alone(hash16(`port ${port} ${realpathSync(dataDir)}`), async () => {
    const note = readNote(dataDir, port);
    if (lives(note?.supervisor)) {
      throw new Problem(`this Kindling already runs: http://localhost:${port}/ (process ${note?.supervisor.pid}).`);
    }
    if (note?.app && lives(note.app)) await endOrphan(note.app);
    if (await isTaken(port, host)) {
      throw new Problem(
        `port ${port} is in use by another program; end that, or choose another: PORT=${port + 1} npm run up`,
      );
    }
    noteApp(dataDir, port);
  });
}

/** @param {Known} app */
async function endOrphan(app) {
  console.error(`kindling: ending process ${app.pid}, which an earlier start left behind`);
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGKILL"])) {
    signalGroup(app.pid, signal);
    for (let waited = 0; lives(app) && waited < 5_000; waited += 50) await sleep(50);
  }
}

/** @param {string} dataDir @param {number} port @returns {{ app?: Known, supervisor: Known } | undefined} */
function readNote(dataDir, port) {
  try {
    return JSON.parse(readFileSync(noteOf(dataDir, port), "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {number} port @param {string} host */
function isTaken(port, host) {
  return new Promise((done, refuse) => {
    const probe = createServer();
    probe.once("error", (error) => {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === "EADDRINUSE") done(true);
      else if (code === "EACCES")
        refuse(new Problem(`port ${port} needs an account with more rights; choose one above 1023.`));
      else refuse(new Problem(`cannot listen on ${host}, port ${port}: ${error.message}`));
    });
    probe.listen(port, host, () => probe.close(() => done(false)));
  });
}
