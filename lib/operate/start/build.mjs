import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { alone } from "../postgres/lock.mjs";
import { hash16 } from "../postgres/place.mjs";
import { Problem } from "../problem.mjs";
import { finish } from "./child.mjs";
import { project } from "./environment.mjs";

/** What the build is made of. The data folder and the tests are no part of it. */
const sources = ["app", "components", "db", "lib", "public"];
const single =
  /^(package-lock\.json|tsconfig\.json|(next|postcss)\.config\.\w+|(proxy|instrumentation|instrumentation-client)(\.\w+)*\.tsx?)$/;

const withParent = new URL("./with-parent.mjs", import.meta.url).href;
const stamp = join(project, ".next", "kindling-build.txt");
export const nextProgram = join(project, "node_modules", "next", "dist", "bin", "next");

/** Builds the application unless the build that is there was made from exactly these sources. */
export async function build() {
  if (isFresh()) return;
  await alone(
    `build-${hash16(project)}`,
    async () => {
      if (isFresh()) return;
      console.error("kindling: building, about half a minute");
      const before = sourceHash();
      rmSync(stamp, { force: true });
      const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
      // Its report is long and only of use when it fails; sh puts both streams in their order.
      const command = 'exec "$0" --import "$1" "$2" build 2>&1';
      const child = spawn("sh", ["-c", command, process.execPath, withParent, nextProgram], { cwd: project, env });
      const { code, text } = await finish(child);
      if (code !== 0) {
        console.error(text);
        throw new Problem("the build failed; its message stands above.");
      }
      // The sources as they were at the beginning: what changed meanwhile may not be in the build.
      writeFileSync(stamp, before);
    },
    900_000,
  );
}

const isFresh = () => existsSync(stamp) && readFileSync(stamp, "utf8") === sourceHash();

function sourceHash() {
  const hash = createHash("sha256");
  const files = readdirSync(project).filter((name) => single.test(name));
  for (const name of [...sources.flatMap(walk), ...files].sort()) {
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(project, name)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} folder @returns {string[]} */
function walk(folder) {
  const full = join(project, folder);
  if (!existsSync(full)) return [];
  const names = readdirSync(full, { recursive: true, encoding: "utf8" });
  return names.map((name) => join(folder, name)).filter((name) => statSync(join(project, name)).isFile());
}
