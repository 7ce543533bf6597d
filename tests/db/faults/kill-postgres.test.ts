import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startPostgres } from "@/lib/operate/postgres.mjs";
import { startServer, type TestServer } from "@/tests/support/server";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ seed: false });
}, 180_000);
afterAll(() => server?.stop());

const form = (path: string) =>
  fetch(server.origin + path, {
    method: "POST",
    headers: { origin: server.origin, accept: "application/json" },
    body: new URLSearchParams({ key: crypto.randomUUID(), email: "ada@people.example", next: "/" }),
    signal: AbortSignal.timeout(15_000),
  });

async function timed(ask: () => Promise<Response>) {
  const begun = performance.now();
  const answer = await ask();
  await answer.text();
  return {
    status: answer.status,
    retry: answer.headers.get("retry-after"),
    seconds: (performance.now() - begun) / 1000,
  };
}

/** The server's own process; its folder is somewhere below the data folder. */
function killDatabase() {
  const folders = [
    server.cluster.dataDir,
    ...readdirSync(server.cluster.dataDir).map((name) => join(server.cluster.dataDir, name)),
  ];
  const pidFile = folders.map((folder) => join(folder, "postmaster.pid")).find((path) => existsSync(path));
  if (!pidFile) throw new Error("No database server runs there.");
  process.kill(Number(readFileSync(pidFile, "utf8").split("\n")[0]), "SIGKILL");
}

describe("kill -9 of PostgreSQL", () => {
  test("while it is gone: 503 with Retry-After, soon, and the process lives; when it is back, so is everything", async () => {
    expect((await timed(() => form("/do/forgot"))).status).toBe(200);
    expect((await timed(() => fetch(server.origin))).status).toBe(200);
    killDatabase();
    const asked = await Promise.all([
      ...Array.from({ length: 30 }, () => timed(() => form("/do/forgot"))),
      timed(() => fetch(`${server.origin}/readyz`)),
    ]);
    const wrong = asked.filter(({ status, retry, seconds }) => status !== 503 || !Number(retry) || seconds >= 6);
    expect(
      wrong,
      readFileSync(server.logFile, "utf8")
        .split("\n")
        .filter((line) => line.includes('"err"'))
        .slice(-3)
        .join("\n")
        .slice(0, 2500),
    ).toEqual([]);
    const page = await timed(() => fetch(server.origin));
    expect(page.seconds).toBeLessThan(6);
    expect(page.status).toBeGreaterThanOrEqual(500);
    expect((await timed(() => fetch(`${server.origin}/healthz`))).status).toBe(200);

    await startPostgres({ dataDir: server.cluster.dataDir });
    const back = performance.now();
    await expect
      .poll(async () => (await timed(() => fetch(`${server.origin}/readyz`))).status, {
        timeout: 10_000,
        interval: 200,
      })
      .toBe(200);
    expect((await timed(() => form("/do/forgot"))).status).toBe(200);
    expect((await timed(() => fetch(server.origin))).status).toBe(200);
    expect(performance.now() - back).toBeLessThan(10_000);
  }, 60_000);
});
