import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "../postgres/lock.mjs";
import { hash16 } from "../postgres/place.mjs";
import { Problem } from "../problem.mjs";
import { finish } from "./child.mjs";
import { project } from "./environment.mjs";

/**
 * Makes node_modules what package-lock.json says. All output of the installer goes to stderr: a command's own
 * output may be read by another program.
 */
export async function install() {
  if (isInstalled()) return;
  await alone(
    `install-${hash16(project)}`,
    async () => {
      if (isInstalled()) return;
      console.error("kindling: installing packages");
      // Tools of development too, whatever NODE_ENV says: the build needs some of them.
      const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
      const { code } = await finish(
        spawn("npm", args, { cwd: project, stdio: ["ignore", 2, 2], shell: process.platform === "win32" }),
      );
      if (code !== 0) throw new Problem("npm ci failed; its message stands above.");
    },
    900_000,
  );
}

/** npm writes what it installed to a lock file of its own, last of all. */
export function isInstalled() {
  const installed = join(project, "node_modules", ".package-lock.json");
  if (!existsSync(installed)) return false;
  const wanted = packages(join(project, "package-lock.json"));
  const found = packages(installed);
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer, extraneous }]) =>
      path === "" || (found[path] ? found[path].version === version : optional || devOptional || peer || extraneous),
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean, devOptional?: boolean, peer?: boolean, extraneous?: boolean }>}
 */
const packages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
