import { fail, Problem } from "./problem.mjs";
import { startApp } from "./start/app.mjs";
import { build } from "./start/build.mjs";
import { openDataDir } from "./start/data-dir.mjs";
import { openDatabase } from "./start/database.mjs";
import { readSettings } from "./start/environment.mjs";
import { firstStart } from "./start/first-start.mjs";
import { install } from "./start/install.mjs";
import { answerOnBoth } from "./start/loopback.mjs";
import { claimPort, forgetApp, noteApp } from "./start/port.mjs";
import { instanceSecrets } from "./start/secrets.mjs";
import { mustRun } from "./start/typescript.mjs";

/** `npm run up [-- --empty]`, `npm run dev`: from a fresh clone to a running Kindling, and back down on Ctrl-C. */
const dev = process.argv.includes("--dev");
const empty = process.argv.includes("--empty");

/** An application that keeps falling over is left down, so that its message can be read. */
const RESTARTS_A_MINUTE = 5;

let stopping = false;
/** @type {ReturnType<typeof startApp> | undefined} */
let app;

async function main() {
  const settings = readSettings();
  openDataDir(settings.dataDir);
  await claimPort(settings);
  try {
    await install();
    await checkSettings(settings);
    const database = await openDatabase(settings);
    try {
      if (!dev) await build();
      await prepareAndServe(settings, database.variables);
    } finally {
      await database.close();
    }
  } finally {
    forgetApp(settings.dataDir, settings.port);
  }
}

/** Before the database is started or anything is built. @param {ReturnType<typeof readSettings>} settings */
async function checkSettings({ variables, dataDir, databaseUrl = "the built-in one" }) {
  const own = { ...instanceSecrets(dataDir, variables), DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
  const problem = await mustRun("lib/operate/check-settings.ts", [], { ...variables, ...own });
  if (problem) throw new Problem(problem);
}

/** @param {ReturnType<typeof readSettings>} settings @param {import("./start/environment.mjs").Variables} database */
async function prepareAndServe(settings, database) {
  const { port, dataDir } = settings;
  const secrets = instanceSecrets(dataDir, settings.variables);
  const own = { DATA_DIR: dataDir, PORT: String(port), KINDLING_DEMO: "0" };
  const variables = { ...settings.variables, ...secrets, ...database, ...own };
  await mustRun("lib/operate/migrate.ts", [], variables);
  const { welcome, demo } = await firstStart({ dataDir, empty, variables });
  if (demo) variables.KINDLING_DEMO = "1";
  await serve(settings, variables, () => {
    console.log(`\nKindling is ready on http://localhost:${port}/\n${welcome}`);
  });
}

/** @param {ReturnType<typeof readSettings>} settings @param {Record<string, string | undefined>} variables @param {() => void} ready */
async function serve({ port, host, dataDir }, variables, ready) {
  /** @type {number[]} */
  const starts = [];
  let endOther = () => {};
  try {
    while (!stopping) {
      starts.push(Date.now());
      app = startApp({ port, host, dev, variables });
      noteApp(dataDir, port, app.pid);
      const up = await app.ready();
      if (stopping) break;
      if (!up && starts.length === 1)
        throw new Problem("the application ended while it started; its message stands above.");
      if (starts.length === 1) {
        endOther = await answerOnBoth({ host, port });
        ready();
      }
      await app.ended;
      if (stopping) break;
      console.error("kindling: the application ended unexpectedly, starting it again");
      if (starts.filter((time) => time > Date.now() - 60_000).length > RESTARTS_A_MINUTE) {
        throw new Problem("the application fell over too often; its messages stand above.");
      }
    }
  } finally {
    endOther();
    await app?.stop();
  }
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    if (stopping) return app?.kill("SIGKILL");
    stopping = true;
    app?.stop();
  });
}

await main().catch((error) => stopping || fail(error));
process.exit(0);
