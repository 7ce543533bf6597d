import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { GET as health } from "@/app/healthz/route";
import { GET as metrics } from "@/app/metrics/route";
import { GET as ready } from "@/app/readyz/route";
import { closeDb, db } from "@/db/client";
import { jobsDone } from "@/lib/operate/metrics";
import { onFreshDatabase } from "./product";

process.env.METRICS_TOKEN = "metrics token of the tests";
onFreshDatabase();

test("ready means that the database answers and knows every migration", async () => {
  expect((await ready()).status).toBe(200);
  await db().execute(sql`update drizzle.__drizzle_migrations set created_at = created_at - 1000000000`);
  const not = await ready();
  expect([not.status, not.headers.get("retry-after")]).toEqual([503, "5"]);
});

test("without a database: not ready within two seconds or so, and still healthy", async () => {
  const url = process.env.DATABASE_URL;
  await closeDb();
  // It takes the call and never says a word.
  const silent = createServer().listen(0, "localhost");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  process.env.DATABASE_URL = `postgres://kindling@localhost:${port}/nowhere`;
  const began = Date.now();
  expect((await ready()).status).toBe(503);
  expect(Date.now() - began).toBeGreaterThan(1_900);
  expect(Date.now() - began).toBeLessThan(4_000);
  const healthy = health();
  expect([healthy.status, await healthy.text()]).toEqual([200, "ok\n"]);
  process.env.DATABASE_URL = url;
  silent.close();
});

test("numbers are for who knows the token; for others they do not exist", async () => {
  jobsDone.inc({ kind: "test.kind" });
  const ask = (authorization?: string) =>
    metrics(new Request("https://tea.example/metrics", { headers: authorization ? { authorization } : {} }));
  const given = await ask("Bearer metrics token of the tests");
  expect(await given.text()).toContain('kindling_jobs_done_total{kind="test.kind"} 1');
  for (const wrong of [undefined, "Bearer wrong", "Bearer ", "Basic metrics token of the tests"])
    expect((await ask(wrong)).status).toBe(404);
});
