import { readArguments, thisPlace } from "./backup/arguments";
import { restoreBackup } from "./backup/load";
import { fail, Problem } from "./problem.mjs";

/** `npm run restore -- FILE [--passphrase | --passphrase-file F] [--erasures LOG]`; see backup/README.md. */
async function main() {
  const { file, passphrase, erasures } = await readArguments(process.argv.slice(2), ["passphrase-file", "erasures"]);
  if (!file) throw new Problem("Say from where: npm run restore -- FILE");
  const { manifest, erased, sameSecret } = await restoreBackup(thisPlace(), file, { passphrase, erasures });
  console.log(`Restored as it was on ${manifest.madeAt}. Everybody signs in again.`);
  if (erased > 0) console.log(`Erased again: ${erased} people who were erased after this backup was made.`);
  if (!sameSecret)
    console.log(
      "The secrets here are not those of the place it came from, so second factors cannot be read. " +
        "Put that place's secrets.json into the data folder, or let these people use their recovery codes.",
    );
}

await main().catch(fail);
