import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "../problem.mjs";

export const project = dirname(fileURLToPath(new URL("../../../package.json", import.meta.url)));

/** @typedef {Record<string, string | undefined>} Variables */

/**
 * What the operator said: the environment, then `.env` beside package.json, then what suits a first try.
 * @param {Variables} [given]
 */
export function readSettings(given = process.env) {
  const file = resolve(project, ".env");
  const said = /** @type {Variables} */ ({ ...(existsSync(file) ? parse(readFileSync(file, "utf8")) : {}), ...given });
  const port = said.PORT || "3000";
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    throw new Problem(`PORT must be a number from 1 to 65535, and it is "${port}".`);
  }
  return {
    variables: said,
    port: Number(port),
    host: said.HOST || "localhost",
    dataDir: resolve(project, said.DATA_DIR || "data"),
    databaseUrl: said.DATABASE_URL ? checkedUrl(said.DATABASE_URL) : undefined,
  };
}

/** @param {string} url */
function checkedUrl(url) {
  if (/^postgres(ql)?:\/\//.test(url)) return url;
  throw new Problem("DATABASE_URL must begin with postgresql://, and it does not.");
}

/**
 * NAME=value lines; quotes around a value are taken off, and a line that begins with # is a remark.
 * @param {string} text
 */
export function parse(text) {
  const lines = text.split(/\r?\n/).map((line) => line.match(/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/));
  return Object.fromEntries(
    lines.flatMap((line) => (line ? [[line[1], line[2].replace(/^(["'])(.*)\1$/, "$2")]] : [])),
  );
}
