import { readArguments, thisPlace } from "./backup/arguments";
import { makeBackup } from "./backup/snapshot";
import { fail, Problem } from "./problem.mjs";

/** `npm run backup -- FILE [--passphrase | --passphrase-file F]`; see backup/README.md. */
async function main() {
  const { file, passphrase } = await readArguments(process.argv.slice(2), ["passphrase-file"], { fresh: true });
  if (!file) throw new Problem("Say where to: npm run backup -- FILE");
  const { tables, files, missing } = await makeBackup(thisPlace(), file, passphrase);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${file}: ${rows} rows of ${tables.length} tables and ${files.count} files, read back and found whole.`);
  if (!passphrase) console.log("It is not sealed: whoever has it can read everything in it.");
  if (missing.length > 0) console.log(`Not found, or removed meanwhile: ${missing.join(", ")}`);
}

await main().catch(fail);
