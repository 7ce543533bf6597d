import { spawn } from "node:child_process";
import { join } from "node:path";
import { Problem } from "../problem.mjs";
import { finish } from "./child.mjs";
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
  return finish(child);
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
