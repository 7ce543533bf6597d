import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Problem } from "../../../lib/operate/problem.mjs";
import { project } from "../../../lib/operate/start/environment.mjs";

/**
 * The database server of a whole run, with the demo planted in it, as a process of its own: its code is TypeScript.
 * It ends with this one, however that comes about.
 */
export async function startGround() {
  const command = ["--import", import.meta.resolve("tsx"), join(project, "tests/support/ground.ts")];
  const child = spawn(process.execPath, command, { cwd: project, stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  const said = createInterface(child.stdout)[Symbol.asyncIterator]().next();
  const first = await Promise.race([said, ended.then(() => undefined)]);
  if (!first?.value) throw new Problem("the database server of the tests did not start; its message stands above.");
  return {
    variables: { TEST_CLUSTER: String(first.value) },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
