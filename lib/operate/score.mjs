import { fail } from "./problem.mjs";
import { install } from "./start/install.mjs";
import { runTypeScript } from "./start/typescript.mjs";

/** `npm run --silent score -- PATH ...`: the score of an export, without database or server. */
async function main() {
  await install();
  const { code } = await runTypeScript("lib/operate/score/main.ts", process.argv.slice(2), {});
  process.exitCode = code ?? 1;
}

await main().catch(fail);
