import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "@/lib/operate/start/build.mjs";
import { freePort } from "@/tests/support/server";
import { itWhen } from "@/tests/support/skip";
import { isRoot, project, serverOf, sweep } from "./processes";

/**
 * `npm run up` as it is typed, in a copy of the project with its build. One copy serves all tests, which follow one another
 * as a place lives: started, killed, started again, developed, run by somebody else.
 */
const asRoot = itWhen(isRoot, "only root can play other accounts");
const nobody = 65534;

let home = "";
let port = 0;
const data = () => join(home, "data");
const stamp = () => join(home, ".next", "kindling-build.txt");
const running = new Set<ChildProcess>();

/** One supervisor, and what it has said so far. */
function up(args: string[] = [], { uid, dataDir = data() }: { uid?: number; dataDir?: string } = {}) {
  const env: NodeJS.ProcessEnv = { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "silent" };
  for (const name of ["NODE_ENV", "DATABASE_URL", "DATABASE_URL_DIRECT", "AUTH_SECRET", "ORIGIN", "MAIL_FROM"])
    delete env[name];
  const child = spawn(process.execPath, [join(home, "lib/operate/up.mjs"), ...args], {
    cwd: home,
    env,
    uid,
    gid: uid,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part) => {
      said += part;
    });
  const ended = once(child, "close").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return {
    child,
    ended,
    said: () => said,
    async says(words: string) {
      while (!said.includes(words)) {
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It ended and said: ${said}`);
        await sleep(50);
      }
    },
    async stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

const ask = (host: string, path = "/") =>
  new Promise<{ status: number; text: string }>((done, refuse) => {
    get({ host, port, path, headers: { host: `localhost:${port}` } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      answer.on("end", () => done({ status: answer.statusCode ?? 0, text }));
    }).on("error", refuse);
  });

const isOfTheBuild = (path: string) => !["cache", "dev"].some((name) => path === join(project, ".next", name));

async function until(itIs: () => boolean) {
  while (!itIs()) await sleep(50);
}

/** Processes whose working folder is the copy: what a kill left behind. */
const left = () =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === home;
      } catch {
        return false;
      }
    });

beforeAll(async () => {
  await build();
  // Packages come as hard links, so the copy must lie on the same disk.
  const near = [tmpdir(), dirname(project)].find((folder) => statSync(folder).dev === statSync(project).dev);
  home = mkdtempSync(join(near ?? tmpdir(), "kindling-start-"));
  const apart = /^(\.git|\.next|node_modules|data|tests|test-results|playwright-report)$/;
  for (const name of readdirSync(project).filter((each) => !apart.test(each)))
    cpSync(join(project, name), join(home, name), { recursive: true });
  const packages = [join(project, "node_modules"), join(home, "node_modules")] as const;
  if (spawnSync("cp", ["-al", ...packages]).status !== 0)
    cpSync(...packages, { recursive: true, verbatimSymlinks: true });
  cpSync(join(project, ".next"), join(home, ".next"), { recursive: true, filter: isOfTheBuild });
  port = await freePort();
}, 240_000);

afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  for (const pid of left()) process.kill(pid, "SIGKILL");
  const elsewhere = join(data(), "postgres-is-elsewhere.txt");
  if (existsSync(elsewhere)) {
    const cluster = readFileSync(elsewhere, "utf8").split("\n")[0] ?? "";
    sweep(data(), cluster);
    if (cluster.startsWith("/var/lib/kindling/")) rmSync(dirname(cluster), { recursive: true, force: true });
  }
  for (const folder of ["data", "own"]) if (existsSync(join(home, folder))) sweep(join(home, folder));
  rmSync(home, { recursive: true, force: true });
}, 60_000);

describe("npm run up", () => {
  it("an interrupted build is not trusted, ends with who began it, and the next start builds again", async () => {
    const kept = readFileSync(stamp());
    for (const start of ["after a change", "after the kill"]) {
      // A change of the sources, taken back: what was built would be right again, had its build not been cut short.
      if (start === "after a change") writeFileSync(join(home, "public", "changed.txt"), "");
      const one = up(["--empty"]);
      await one.says("building");
      await until(() => left().length > 1);
      one.child.kill("SIGKILL");
      await one.ended;
      rmSync(join(home, "public", "changed.txt"), { force: true });
      expect([start, existsSync(stamp())]).toEqual([start, false]);
      // Else the next one would find the folder of the build taken.
      await until(() => left().length === 0);
    }
    rmSync(join(home, ".next"), { recursive: true });
    cpSync(join(project, ".next"), join(home, ".next"), { recursive: true, filter: isOfTheBuild });
    writeFileSync(stamp(), kept);
  }, 180_000);

  it("of two starts at once one answers, the other names it", async () => {
    // As root this is a folder that the database's own account cannot enter.
    chmodSync(home, 0o700);
    const both = [up(), up()];
    const early = await Promise.race(both.map(async (one) => ({ one, code: await one.ended })));
    expect(early.code).toBe(1);
    const winner = both.find((one) => one !== early.one)!;
    expect(early.one.said()).toBe(
      `kindling: this Kindling already runs: http://localhost:${port}/ (process ${winner.child.pid}).\n`,
    );
    await winner.says(`Kindling is ready on http://localhost:${port}/`);
    expect(winner.said()).toContain("first start");
    expect(winner.said()).not.toContain("building");
  }, 300_000);

  it("answers under localhost, by either of its addresses", async () => {
    for (const host of ["localhost", "127.0.0.1", "::1"]) {
      const { status, text } = await ask(host);
      expect([host, status]).toEqual([host, 200]);
      expect(text).toContain("Kindling");
    }
  });

  asRoot("as root inside a folder of mode 700 the database has an account and a place of its own", async () => {
    const cluster = readFileSync(join(data(), "postgres-is-elsewhere.txt"), "utf8").split("\n")[0] ?? "";
    expect(statSync(cluster).uid).not.toBe(0);
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  it("kill -9 and again works: the same place, not built and not planted again", async () => {
    const supervisor = [...running].at(-1)!;
    supervisor.kill("SIGKILL");
    const again = up();
    await again.says("Kindling is ready");
    expect(again.said()).toMatch(/ending process \d+, which an earlier start left behind/);
    expect(again.said()).not.toMatch(/building|first start/);
    expect((await ask("localhost", "/demo")).status).toBe(200);
    expect(await again.stop()).toBe(0);
    await expect(ask("localhost")).rejects.toThrow("ECONNREFUSED");
    expect(left()).toEqual([]);
  }, 180_000);

  it("npm run dev starts and answers, on the same data", async () => {
    const dev = up(["--dev"]);
    await dev.says("Kindling is ready");
    const { status, text } = await ask("localhost", "/demo");
    expect([status, text.includes("Odalys Ferrer")]).toEqual([200, true]);
    expect(await dev.stop()).toBe(0);
    await until(() => left().length === 0);
  }, 300_000);

  asRoot(
    "as an ordinary user it works with everything beside the project",
    async () => {
      chmodSync(home, 0o755);
      const own = join(home, "own");
      mkdirSync(own);
      chownSync(own, nobody, nobody);
      // The packages are links to those of the project and keep their owner; what is written to is theirs.
      spawnSync("chown", ["-R", `${nobody}:${nobody}`, join(home, ".next")]);
      const theirs = up(["--empty"], { uid: nobody, dataDir: own });
      await theirs.says("Kindling is ready");
      expect(theirs.said()).toMatch(/Found your community on .* with this code/);
      expect((await ask("localhost")).status).toBe(200);
      expect(statSync(join(own, "postgres")).uid).toBe(nobody);
      expect(statSync(`/proc/${serverOf(join(own, "postgres"))}`).uid).toBe(nobody);
      expect(await theirs.stop()).toBe(0);
    },
    180_000,
  );

  it("a DATA_DIR that cannot be used stops the start with one line that says why", async () => {
    const file = join(home, "a-file");
    writeFileSync(file, "");
    for (const [dataDir, why] of [
      [file, "it is not a folder"],
      [join(file, "below"), "part of its path is not a folder"],
    ] as const) {
      const refused = up([], { dataDir });
      expect(await refused.ended).toBe(1);
      expect(refused.said()).toMatch(new RegExp(`^kindling: DATA_DIR ${dataDir} cannot be used: .*${why}.*\\.\n$`));
    }
  });

  asRoot("a DATA_DIR of somebody else does too", async () => {
    const closed = join(home, "closed");
    mkdirSync(closed, { mode: 0o700 });
    for (const dataDir of [closed, join(closed, "below")]) {
      const refused = up([], { dataDir, uid: nobody });
      expect(await refused.ended).toBe(1);
      expect(refused.said()).toBe(`kindling: DATA_DIR ${dataDir} cannot be used: this account may not write there.\n`);
    }
  });
});
