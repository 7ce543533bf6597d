import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Problem } from "../problem.mjs";
import { project } from "./environment.mjs";

/**
 * Runs one of our TypeScript files as a process of its own.
 * @param {string} file @param {string[]} args @param {import("./environment.mjs").Variables} variables
 * @param {"inherit" | "pipe"} [output]
 */
export async function runTypeScript(file, args, variables, output = "inherit") {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), join(project, file), ...args], {
    cwd: project,
    env: { ...process.env, ...variables },
    stdio: ["inherit", output, "inherit"],
  });
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM"]);
  for (const signal of signals) process.on(signal, pass);
  let text = "";
  child.stdout?.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  const [code, signal] = await once(child, "close");
  for (const name of signals) process.off(name, pass);
  return { code: code ?? (signal ? 130 : 1), text };
}

/**
 * The same, for a step that must succeed; answers what it printed.
 * @param {string} file @param {string[]} args @param {import("./environment.mjs").Variables} variables
 */
export async function mustRun(file, args, variables) {
  const { code, text } = await runTypeScript(file, args, variables, "pipe");
  if (code !== 0) throw new Problem(`${file} failed; its message stands above.`);
  return text;
}
