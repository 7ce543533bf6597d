import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { Problem } from "../problem.mjs";

const shortest = 8;

/** What was said about it. Never the words themselves: other accounts of the machine can read a command's arguments. */
export interface Said {
  file: string | undefined;
  ask: boolean;
  /** A new passphrase is asked for twice, and must not be short. */
  fresh: boolean;
}

/** From the file, else from whoever sits at the terminal, else from the variable. */
export async function passphraseOf(
  { file, ask, fresh }: Said,
  variable: string | undefined,
): Promise<string | undefined> {
  if (file && ask) throw new Problem("Say --passphrase or --passphrase-file, not both.");
  const [words, where] = file
    ? [firstLine(file), `in ${file}`]
    : ask
      ? [await askFor(fresh), "you typed"]
      : [variable || undefined, "in KINDLING_BACKUP_PASSPHRASE"];
  if (words !== undefined && words.length < shortest && (fresh || file))
    throw new Problem(`The passphrase ${where} has fewer than ${shortest} characters.`);
  return words;
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, "utf8").split(/\r?\n/)[0] ?? "";
  } catch {
    throw new Problem(`${file} cannot be read.`);
  }
}

/** Typed without being shown. The questions go to stderr, since stdout may be read by another program. */
async function askFor(twice: boolean): Promise<string> {
  const { stdin: input, stderr: screen } = process;
  if (!input.isTTY) throw new Problem("There is no terminal to ask on; use --passphrase-file.");
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const typing = createInterface({ input, output: nowhere, terminal: true });
  const lines = typing[Symbol.asyncIterator]();
  const next = async (question: string) => {
    screen.write(question);
    const { value, done } = await lines.next();
    screen.write("\n");
    if (done) throw new Problem("No passphrase was given. Nothing was done.");
    return value;
  };
  try {
    const words = await next("Passphrase: ");
    if (twice && words !== (await next("The same again: ")))
      throw new Problem("These were not the same. Nothing was done.");
    return words;
  } finally {
    typing.close();
  }
}
