import { fail, Problem } from "../../lib/operate/problem.mjs";
import { install } from "../../lib/operate/start/install.mjs";
import { runTypeScript } from "../../lib/operate/start/typescript.mjs";

/** `node tests/support/alone.mjs FILE.ts ...`: a command that brings its own server and database and leaves the instance alone. */
async function main() {
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new Problem("say which command to run: node tests/support/alone.mjs FILE.ts");
  await install();
  const { code } = await runTypeScript(file, args, {});
  process.exitCode = code;
}

await main().catch(fail);
