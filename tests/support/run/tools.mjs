import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../../lib/operate/problem.mjs";
import { project } from "../../../lib/operate/start/environment.mjs";
import { browserProgram } from "./chromium.mjs";

/** The browser of the tests. Only root on Debian can be helped; everybody else is told what to do. */
export function needChromium() {
  if (browserProgram()) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.error("installing Chromium");
    const quiet = /** @type {const} */ ({
      stdio: ["ignore", "ignore", 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    spawnSync("apt-get", ["update", "-qq"], quiet);
    for (const name of ["chromium-headless-shell", "chromium"])
      if (!browserProgram()) spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], quiet);
  }
  if (!browserProgram()) throw new Problem("the browser tests need Chromium: apt-get install chromium-headless-shell");
}

/**
 * One tool of node_modules. Tools that run beside each other hold their output back until they end, so that it stays whole.
 * @param {string} program @param {string[]} args @param {{ variables?: Record<string, string>, quiet?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function tool(program, args, { variables = {}, quiet = false } = {}) {
  const child = spawn(process.execPath, [join(project, "node_modules", program), ...args], {
    cwd: project,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...variables },
    stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
  });
  /** @type {Buffer[]} */
  const output = [];
  child.stdout?.on("data", (part) => output.push(part));
  child.stderr?.on("data", (part) => output.push(part));
  return new Promise((done) => {
    child.on("close", (code) => {
      if (quiet) process.stdout.write(Buffer.concat(output));
      done(code ?? 1);
    });
  });
}
