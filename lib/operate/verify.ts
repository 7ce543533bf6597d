import { readArguments, thisPlace } from "./backup/arguments";
import { check } from "./backup/check";
import { examine } from "./backup/examine";
import { demandOurs } from "./backup/migrations";
import { fail } from "./problem.mjs";

/** `npm run verify -- [FILE] [--passphrase | --passphrase-file F]`: a backup file, or without one the running database and its files. */
async function main() {
  const { file, passphrase } = await readArguments(process.argv.slice(2), ["passphrase-file"]);
  if (file) {
    const { madeAt, tables, files, migrations } = await check(file, passphrase);
    demandOurs(migrations);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${file} is whole: made on ${madeAt}, ${rows} rows of ${tables.length} tables, ${files.count} files.`);
    return;
  }
  const problems = await examine(thisPlace());
  for (const problem of problems) console.log(problem);
  console.log(problems.length === 0 ? "The database and its files are sound." : `${problems.length} problems.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

await main().catch(fail);
