import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Problem } from "../problem.mjs";
import type { Place } from "./snapshot";

/** `FILE --name VALUE`; paths are those of the folder the command was typed in. */
export function readArguments(argv: readonly string[], options: readonly string[]) {
  const given: Record<string, string> = {};
  const files: string[] = [];
  const words = [...argv];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (!word.startsWith("--")) files.push(word);
    else {
      const name = word.slice(2);
      const value = words.shift();
      if (!options.includes(name) || value === undefined)
        throw new Problem(
          `${word} is not understood; there is ${options.map((option) => `--${option} FILE`).join(", ")}.`,
        );
      given[name] = value;
    }
  }
  if (files.length > 1) throw new Problem("Name one backup file.");
  // npm runs a command in the project's folder and says where it was typed.
  const typedIn = process.env.INIT_CWD ?? process.cwd();
  const path = (name: string | undefined) => (name === undefined ? undefined : resolve(typedIn, name));
  return {
    file: path(files[0]),
    passphrase: passphrase(path(given["passphrase-file"])),
    erasures: path(given.erasures),
  };
}

function passphrase(file: string | undefined): string | undefined {
  if (!file) return process.env.KINDLING_BACKUP_PASSPHRASE || undefined;
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Problem(`${file} cannot be read.`);
  }
  const line = text.split(/\r?\n/)[0] ?? "";
  if (line.length < 8) throw new Problem(`The passphrase in ${file} has fewer than 8 characters.`);
  return line;
}

/** The place this command was started for; run.mjs gives its settings. */
export function thisPlace(): Place {
  const { DATABASE_URL_DIRECT: url = "", DATA_DIR: dataDir = "data", AUTH_SECRET: secret } = process.env;
  return { url, dataDir, secret };
}
