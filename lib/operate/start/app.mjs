import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "../problem.mjs";
import { nextProgram } from "./build.mjs";
import { project } from "./environment.mjs";

const READY_WITHIN = 90_000;
const GRACE = 12_000;

/**
 * Megabytes the heap may grow to. Left to itself the engine goes by the machine's memory: on a large one it collects so
 * seldom that the process holds twice of what it uses. An operator's own NODE_OPTIONS come later and so count.
 */
const HEAP = 1024;

/**
 * Milliseconds an idle connection is kept: longer than a proxy keeps its own (nginx 60 s), so that it is never this side
 * that closes one just as a request is sent on it. Such a request is lost: a proxy says 502, a program ECONNRESET.
 */
const KEPT_IDLE = 75_000;

/**
 * One process of the application.
 * @param {{ port: number, host?: string, dev?: boolean, variables: import("./environment.mjs").Variables, output?: "inherit" | "ignore" | number }} options
 */
export function startApp({ port, host = "localhost", dev = false, variables, output = "inherit" }) {
  const place = ["-p", String(port), "-H", host];
  const command = dev
    ? [nextProgram, "dev", ...place]
    : [nextProgram, "start", ...place, "--keepAliveTimeout", String(KEPT_IDLE)];
  const options = `--max-old-space-size=${HEAP} ${variables.NODE_OPTIONS ?? process.env.NODE_OPTIONS ?? ""}`;
  const child = spawn(process.execPath, command, {
    cwd: project,
    env: {
      ...process.env,
      ...variables,
      PORT: String(port),
      NODE_ENV: dev ? "development" : "production",
      ...(dev ? {} : { NODE_OPTIONS: options }),
      NEXT_TELEMETRY_DISABLED: "1",
    },
    stdio: ["ignore", output, output],
    // In a group of its own: the terminal's Ctrl-C reaches only the supervisor, which passes it on once.
    detached: true,
  });
  const ended = once(child, "close");
  const address = `http://localhost:${port}`;

  return {
    pid: child.pid ?? 0,
    address,
    ended,
    /** Waits until it answers; false when it ended instead. */
    async ready() {
      const until = Date.now() + READY_WITHIN;
      while (Date.now() < until) {
        if (child.exitCode !== null || child.signalCode !== null) return false;
        const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
        await answer?.body?.cancel();
        if (answer?.ok) return true;
        await sleep(100);
      }
      throw new Problem(`${address}/readyz did not answer within ${READY_WITHIN / 1000} seconds.`);
    },
    stop: () => endGroup(child.pid ?? 0, ended),
    /** @param {NodeJS.Signals} signal */
    kill: (signal) => signalGroup(child.pid ?? 0, signal),
  };
}

/**
 * Asks kindly, then ends the whole group.
 * @param {number} pid @param {Promise<unknown>} ended
 */
async function endGroup(pid, ended) {
  signalGroup(pid, "SIGTERM");
  const late = new AbortController();
  await Promise.race([ended, sleep(GRACE, undefined, { signal: late.signal }).catch(() => {})]);
  late.abort();
  signalGroup(pid, "SIGKILL");
  await ended;
}

/** @param {number} pid @param {NodeJS.Signals} signal */
export function signalGroup(pid, signal) {
  // Group 0 would be our own.
  if (pid <= 1) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}
