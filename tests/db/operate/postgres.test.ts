import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newFolder, query, serverOf, start, sweep } from "./processes";

describe("the built-in database", () => {
  let folder = "";
  const cluster = () => join(folder, "postgres");
  beforeAll(async () => {
    folder = newFolder();
    const first = start(folder);
    const { url } = await first.started;
    await query(url, "CREATE TABLE kept (line text PRIMARY KEY)");
    expect(await first.stop()).toBe(true);
  });
  afterAll(() => sweep(folder));

  it("opens no port, keeps its socket to itself and writes safely", async () => {
    const user = start(folder);
    const { url } = await user.started;
    const [row] = await query(
      url,
      `SELECT current_setting('listen_addresses') AS ports, current_setting('fsync') AS fsync,
              current_setting('full_page_writes') AS pages, current_setting('synchronous_commit') AS sync,
              current_setting('statement_timeout') AS statements`,
    );
    expect(row).toEqual({ ports: "", fsync: "on", pages: "on", sync: "on", statements: "5s" });
    await user.stop();
  });

  it("finds words inside typographic quotes", async () => {
    const user = start(folder);
    const { url } = await user.started;
    const [row] = await query(url, "SELECT to_tsvector('simple', '„Größe“ – naïve') @@ 'größe'::tsquery AS found");
    expect(row.found).toBe(true);
    await user.stop();
  });

  it("kill -9 of its user and again works: the server that still lives is shared", async () => {
    const killed = start(folder);
    const { url } = await killed.started;
    await query(url, "INSERT INTO kept VALUES ('before the user was killed')");
    const pid = serverOf(cluster());
    killed.kill();
    const again = start(folder);
    expect((await again.started).started).toBe(false);
    expect(serverOf(cluster())).toBe(pid);
    expect(await again.stop()).toBe(true);
    expect(existsSync(join(cluster(), "postmaster.pid"))).toBe(false);
  });

  it("kill -9 of the server and again works: what was acknowledged is there", async () => {
    const user = start(folder);
    const { url } = await user.started;
    await query(url, "INSERT INTO kept VALUES ('before the server was killed')");
    process.kill(serverOf(cluster()), "SIGKILL");
    const again = start(folder);
    const found = await again.started;
    expect(found).toMatchObject({ url, started: true });
    expect(await query(url, "SELECT 1 FROM kept WHERE line = 'before the server was killed'")).toHaveLength(1);
    expect(await again.stop()).toBe(true);
    user.kill();
  });

  it("starts beside a pid file whose number now belongs to another program", async () => {
    const lines = ["", cluster(), "1", "5432", "/nowhere", "", "0", "ready"];
    writeFileSync(join(cluster(), "postmaster.pid"), [process.pid, ...lines].join("\n"));
    const user = start(folder);
    expect((await user.started).started).toBe(true);
    expect(await user.stop()).toBe(true);
  });

  it("two starts never corrupt: of five at once on a new folder one makes it and all share it", async () => {
    const fresh = newFolder();
    try {
      const users = Array.from({ length: 5 }, () => start(fresh));
      const found = await Promise.all(users.map((user) => user.started));
      expect(found.filter(({ started }) => started)).toHaveLength(1);
      expect(new Set(found.map(({ url }) => url)).size).toBe(1);
      expect(readdirSync(fresh).sort()).toEqual(["postgres", "postgres.log"]);
      const stopped = [];
      for (const user of users) stopped.push(await user.stop());
      expect(stopped).toEqual([false, false, false, false, true]);
    } finally {
      sweep(fresh);
    }
  });

  it("is not stopped under somebody else's feet", async () => {
    const [one, two] = [start(folder), start(folder)];
    const { url } = await one.started;
    await two.started;
    expect(await one.stop()).toBe(false);
    expect(await query(url, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
    expect(await two.stop()).toBe(true);
  });

  it("a data folder of another major version is refused with one clear line", async () => {
    const version = join(cluster(), "PG_VERSION");
    const right = readFileSync(version, "utf8");
    writeFileSync(version, "17\n");
    try {
      const refusal = start(folder).started;
      await expect(refusal).rejects.toThrow(
        /^kindling: the database in .* was made by PostgreSQL 17, .*brings 18[^\n]*$/,
      );
    } finally {
      writeFileSync(version, right);
    }
  });
});
