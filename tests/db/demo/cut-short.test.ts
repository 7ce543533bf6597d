import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { mustRun } from "@/lib/operate/start/typescript.mjs";
import { asked, connected, freshPlace, plantedPlace } from "./place";

type Place = Awaited<ReturnType<typeof freshPlace>>;

const deeds = async ({ DATABASE_URL }: Place) =>
  (await asked<{ n: number }>(DATABASE_URL, "select count(*)::int as n from writes where done"))[0]!.n;

/** Kills a seed with SIGKILL as soon as it has done so much. */
async function cutShortAfter(place: Place, n: number) {
  const command = ["--import", import.meta.resolve("tsx"), "lib/operate/seed.ts"];
  const child: ChildProcess = spawn(process.execPath, command, { env: { ...process.env, ...place }, stdio: "ignore" });
  const ended = once(child, "exit");
  // Through one connection: to open one each time costs more than the seed itself.
  await connected(place.DATABASE_URL, async (client) => {
    const done = async () =>
      (await client.query("select count(*)::int as n from writes where done")).rows[0].n as number;
    while ((await done()) < n) {
      if (child.exitCode !== null) throw new Error("The seed ended before it could be cut short.");
      await sleep(25);
    }
  });
  child.kill("SIGKILL");
  await ended;
  expect(child.signalCode).toBe("SIGKILL");
}

/** The world without its random ids and its hours. */
async function told({ DATABASE_URL }: Place) {
  const lines = await asked<{ line: string }>(
    DATABASE_URL,
    `select concat_ws(' ', c.slug, l.verb, p.email, s.email) as line from ledger l join communities c on c.id = l.community_id
       left join people p on p.id = l.actor_id left join people s on s.id = l.subject_id
     union all select concat_ws(' ', b.slug, l.verb, p.email, s.email) from brand_ledger l join brands b on b.id = l.brand_id
       left join people p on p.id = l.actor_id left join people s on s.id = l.subject_id
     union all select concat_ws(' ', l.verb, p.email) from account_ledger l join people p on p.id = l.actor_id
     union all select concat_ws(' ', 'member', c.slug, p.email, m.role, h.email) from memberships m join communities c on c.id = m.community_id
       join people p on p.id = m.person_id left join people h on h.id = m.brought_by
     union all select concat_ws(' ', 'grant', b.slug, p.email, g.number) from grants g join badges b on b.id = g.badge_id join people p on p.id = g.person_id
     union all select concat_ws(' ', 'letter', o.kind, p.email) from outbox o join people p on p.id = o.person_id
     union all select concat_ws(' ', 'file', f.thing_kind, p.email, f.checksum) from files f join people p on p.id = f.owner_id where f.state = 'in use'
     union all select concat_ws(' ', 'agreed', a.kind, p.email) from legal_acceptances a join people p on p.id = a.person_id
     order by 1`,
  );
  return lines.map(({ line }) => line);
}

it("a seed that was killed three times ends as one that was left alone", async () => {
  const cut = await freshPlace();
  const whole = await plantedPlace();
  const all = await deeds(whole);
  for (const share of [0.1, 0.6, 0.9]) await cutShortAfter(cut, Math.floor(all * share));
  const welcome = await mustRun("lib/operate/seed.ts", [], cut);
  expect(welcome).toContain("/demo");
  expect(await deeds(cut)).toBe(all);
  expect(await told(cut)).toEqual(await told(whole));
}, 300_000);

it("a database in which somebody is already is left alone", async () => {
  const place = await freshPlace();
  await asked(place.DATABASE_URL, "insert into people (name) values ('Somebody')");
  await expect(mustRun("lib/operate/seed.ts", [], place)).rejects.toThrow(/seed\.ts failed/);
  expect(await asked(place.DATABASE_URL, "select from people")).toHaveLength(1);
}, 30_000);
