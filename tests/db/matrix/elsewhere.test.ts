import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema";
import { compose } from "@/lib/mail/compose";
import { enqueueMail } from "@/lib/mail/outbox";
import { channelKinds, jobNames, mailKinds } from "@/tests/support/inventory";
import { type Principal, principals } from "@/tests/support/principals";
import { buildWorld, type World } from "@/tests/support/principals-world";
import { channels, columns, jobs, mails } from "@/tests/support/surfaces-elsewhere";
import { onFreshDatabase } from "../jobs/product";

onFreshDatabase();

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});

const same = (declared: object, there: string[]) => expect(Object.keys(declared).sort()).toEqual([...there].sort());

describe("what is no page and no form is declared too", () => {
  test("channels", () => same(channels, channelKinds()));
  test("jobs", () => same(jobs, jobNames()));
  test("mails", () => same(mails, mailKinds()));

  test("columns that hold text", async () => {
    const { rows } = await db().execute<{ name: string }>(sql`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type in ('text', 'jsonb', 'json', 'character varying', 'bytea', 'ARRAY', 'tsvector')`);
    same(
      columns,
      rows.map(({ name }) => name),
    );
  });
});

const holdsCanaries = async (column: string) => {
  const [table = "", name = ""] = column.split(".");
  const { rows } = await db().execute(
    sql`select 1 from ${sql.identifier(table)} where lower(${sql.identifier(name)}::text) like '%cnry%' limit 1`,
  );
  return rows.length > 0;
};

test("every column with words for some has a canary in it, and no other has one", async () => {
  const wrong: string[] = [];
  for (const [column, kind] of Object.entries(columns))
    if ((await holdsCanaries(column)) !== (kind === "inside")) wrong.push(column);
  expect(wrong).toEqual([]);
});

describe("mail", () => {
  test("says to nobody what is not for them", async () => {
    const { people, a } = world;
    const params = {
      communityId: a.communityId,
      inviterId: people.member,
      askerId: people.unverifiedOutsider,
      reportId: a.report,
      at: "2026-01-01T00:00:00Z",
    };
    // One of every kind to somebody outside, beside those that the world has sent by itself.
    for (const kind of mailKinds())
      await db().transaction((tx) =>
        enqueueMail(tx, {
          personId: people.outsider,
          kind,
          params,
          secret: "a-secret",
          lastAddress: "gone@people.example",
        } as Parameters<typeof enqueueMail>[1]),
      );
    const rows = await db().select().from(outbox);
    const who = new Map(principals.map((one) => [people[one], one] as [string, Principal]));
    const leaks: string[] = [];
    let composed = 0;
    for (const row of rows) {
      const mail = await compose(row);
      if (!mail) continue;
      composed++;
      const reader = who.get(row.personId);
      const met = world.canaries.in(`${mail.subject}\n${mail.text}\n${mail.html}`);
      leaks.push(
        ...met
          .filter(({ readers }) => !reader || !readers.includes(reader))
          .map(({ what }) => `${row.kind} to ${reader}: ${what}`),
      );
    }
    expect(leaks).toEqual([]);
    expect(composed).toBeGreaterThan(15);
  });
});
