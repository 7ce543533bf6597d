import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { withInstance } from "@/tests/support/http";
import { account } from "@/tests/support/principals-make";
import { newSession } from "@/tests/support/principals-world";

const rounds = Number(process.env.TEST_ROUNDS) || 2;
const crowd = 20;
const instance = withInstance();

interface Client {
  person: string;
  secret: string;
  written: number;
}

/** One form that was filled in: sent with its key until somebody says that it arrived. */
interface Sent {
  client: Client;
  path: string;
  form: Record<string, string>;
  acknowledged: boolean;
}

const clients: Client[] = [];
beforeAll(async () => {
  for (let n = 0; n < crowd; n++) {
    const person = await account(`client${n}`, "");
    clients.push({ person, secret: await newSession(person), written: 0 });
  }
});

/** Joins first, then says something about itself, and now and then reports something (ten times at most, then it is too often). */
function nextForm(client: Client): Omit<Sent, "acknowledged"> {
  const { a } = instance.world;
  const n = client.written++;
  const key = randomUUID();
  const words = `${client.person} ${n}`;
  if (n === 0) return { client, path: `/${a.community}/do/join`, form: { key } };
  if (n % 8 === 1 && n < 64)
    return {
      client,
      path: `/${a.community}/do/report`,
      form: { key, about: "/", reason: "spam", text: `A report of ${words}` },
    };
  return { client, path: "/do/profile", form: { key, name: "Client", bio: words, locale: "", zone: "" } };
}

async function send(sent: Sent): Promise<void> {
  const answer = await fetch(instance.origin + sent.path, {
    method: "POST",
    headers: { origin: instance.origin, accept: "application/json", cookie: `kindling=${sent.client.secret}` },
    body: new URLSearchParams(sent.form),
    redirect: "manual",
  });
  const { ok } = (await answer.json()) as { ok: boolean };
  if (!ok) throw new Error(`${sent.path}: ${answer.status}`);
  sent.acknowledged = true;
}

/** Everybody writes, one form after the other, until the app is gone. */
async function write(client: Client, all: Sent[], arrived: () => void): Promise<void> {
  for (;;) {
    const sent = { ...nextForm(client), acknowledged: false };
    all.push(sent);
    try {
      await send(sent);
      arrived();
    } catch (error) {
      if (error instanceof Error && /: \d{3}$/.test(error.message)) throw error;
      return;
    }
  }
}

/** How often each form has happened, as the rows tell that it left. */
async function timesDone(all: Sent[]): Promise<Map<Sent, number>> {
  const rowsOf = async (query: ReturnType<typeof sql>) =>
    new Map((await db().execute<{ key: string; n: number }>(query)).rows.map(({ key, n }) => [key, n]));
  const reports = await rowsOf(sql`select text as key, count(*)::int as n from reports group by text`);
  const joined = await rowsOf(
    sql`select object_id as key, count(*)::int as n from ledger where verb = 'membership began' group by object_id`,
  );
  const kept = await rowsOf(sql`select key::text as key, count(*)::int as n from writes where done group by key`);
  return new Map(
    all.map((sent) => {
      const { form, path, client } = sent;
      if (path.endsWith("/report")) return [sent, reports.get(form.text!) ?? 0];
      if (path.endsWith("/join")) return [sent, joined.get(client.person) ?? 0];
      return [sent, kept.get(form.key!) ?? 0];
    }),
  );
}

const profileChanges = async () =>
  (
    await db().execute<{ n: number }>(
      sql`select count(*)::int as n from account_ledger where verb = 'profile changed' and actor_id in (select id from people where name in ('Client') or email like 'client%')`,
    )
  ).rows[0]!.n;

test(
  `kill -9 while ${crowd} people write, ${rounds} rounds: nothing that was acknowledged is lost, nothing happens twice`,
  async () => {
    const unkilled = instance.startTook;
    const everything: Sent[] = [];
    for (let round = 0; round < rounds; round++) {
      const all: Sent[] = [];
      let killed: Promise<void> | undefined;
      let arrived = 0;
      // In the midst of it: when each has been answered about five times.
      const count = () => {
        arrived++;
        if (arrived === crowd * 5 + round * 7) killed = instance.kill();
      };
      await Promise.all(clients.map((client) => write(client, all, count)));
      await killed;
      const before = await timesDone(all);
      expect(all.filter((sent) => sent.acknowledged && before.get(sent) !== 1)).toEqual([]);
      await instance.start();
      expect(instance.startTook).toBeLessThan(unkilled + 10_000);
      const open = all.filter(({ acknowledged }) => !acknowledged);
      expect(open.length).toBeGreaterThan(0);
      // Twice: a person presses again, and so does an impatient line.
      for (const sent of open) await send(sent);
      for (const sent of open) await send(sent);
      everything.push(...all);
      const after = await timesDone(everything);
      expect(everything.filter((sent) => after.get(sent) !== 1)).toEqual([]);
    }
    expect(await profileChanges()).toBe(everything.filter(({ path }) => path === "/do/profile").length);
  },
  60_000 + rounds * 30_000,
);
