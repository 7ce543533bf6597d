import { isAbsolute, relative } from "node:path";
import { fail, Problem } from "./problem.mjs";
import { openDataDir } from "./start/data-dir.mjs";
import { openDatabase } from "./start/database.mjs";
import { project, readSettings } from "./start/environment.mjs";
import { install } from "./start/install.mjs";
import { instanceSecrets } from "./start/secrets.mjs";
import { runTypeScript } from "./start/typescript.mjs";

/** `node lib/operate/run.mjs FILE.ts ...`: one command with the instance's settings, secrets and database around it. */
async function main() {
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new Problem("say which command to run: node lib/operate/run.mjs FILE.ts");
  const settings = readSettings();
  openDataDir(settings.dataDir);
  await install();
  const database = await openDatabase(settings);
  try {
    const { code } = await runTypeScript(isAbsolute(file) ? relative(project, file) : file, args, {
      ...settings.variables,
      ...instanceSecrets(settings.dataDir, settings.variables),
      ...database.variables,
      DATA_DIR: settings.dataDir,
    });
    process.exitCode = code;
  } finally {
    await database.close();
  }
}

await main().catch(fail);
