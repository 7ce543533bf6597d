import { resolve } from "node:path";
import { storage } from "@/lib/files/storage";
import { Problem } from "../problem.mjs";
import { passphraseOf } from "./passphrase";
import type { Place } from "./snapshot";

/** `FILE --name VALUE`; paths are those of the folder the command was typed in. `fresh`: the passphrase is a new one. */
export async function readArguments(argv: readonly string[], options: readonly string[], { fresh = false } = {}) {
  let ask = false;
  const given: Record<string, string> = {};
  const files: string[] = [];
  const words = [...argv];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith("--")) files.push(word);
    else if (word === "--passphrase") ask = true;
    else if (word.startsWith("--passphrase=")) throw new Problem(spoken);
    else {
      const name = word.slice(2);
      const value = words.shift();
      if (!options.includes(name) || value === undefined)
        throw new Problem(
          `${word} is not understood; there is --passphrase, ${options.map((option) => `--${option} FILE`).join(", ")}.`,
        );
      given[name] = value;
    }
  }
  if (files.length > 1) throw new Problem(ask ? spoken : "Name one backup file.");
  // npm runs a command in the project's folder and says where it was typed.
  const typedIn = process.env.INIT_CWD ?? process.cwd();
  const path = (name: string | undefined) => (name === undefined ? undefined : resolve(typedIn, name));
  const said = { file: path(given["passphrase-file"]), ask, fresh };
  return {
    file: path(files[0]),
    passphrase: files[0] ? await passphraseOf(said, process.env.KINDLING_BACKUP_PASSPHRASE) : undefined,
    erasures: path(given.erasures),
  };
}

const spoken =
  "Name one backup file. A passphrase is never part of a command, where others could read it: --passphrase asks for it.";

/** The place this command was started for; run.mjs gives its settings. */
export function thisPlace(): Place {
  const { DATABASE_URL_DIRECT: url = "", DATA_DIR: dataDir = "data", AUTH_SECRET: secret } = process.env;
  try {
    return { url, dataDir, secret, files: storage() };
  } catch (error) {
    throw new Problem(error instanceof Error ? error.message : String(error));
  }
}
