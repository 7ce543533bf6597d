import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import type { Reading } from "@/lib/import/read";
import { Finding, type Item, type Somebody } from "./finding";
import type { Found } from "./found";
import { patiently } from "./patiently";
import type { Place } from "./place";
import { forgetPeople } from "./undo-people";

// Its own file because it is the first half of an import: from the stream of an export into rows that wait, before anything
// of it is anybody's to read.

/** Rows of one statement, and people of one. */
const together = 2_000;

/**
 * Reads an export into waiting rows, and its people into `people` that nobody is yet. What was read of this import before is
 * read anew: it is only ever begun again from the start. @returns what was found
 */
export async function stage(
  { format, records, unread }: Reading,
  place: Place,
  say: (read: number) => Promise<void>,
): Promise<Found> {
  await forgetStaged(place);
  const found = new Finding(place, format);
  let waiting: Item[] = [];
  for await (const record of records) {
    const item = found.hear(record);
    if (!item) continue;
    waiting.push(item);
    if (waiting.length < together) continue;
    await insertItems(place, waiting);
    waiting = [];
    await say(item.n);
  }
  await insertItems(place, waiting);
  await insertPeople(place, [...found.everybody.values()]);
  found.facts.twice = await order(place);
  const { count, leftOut, samples, fields } = unread;
  return {
    ...found.facts,
    people: found.everybody.size,
    unread: {
      count: count + found.unplaced,
      leftOut,
      samples: samples.map(({ where, why }) => ({ where: where.slice(0, 200), why: why.slice(0, 200) })),
      fields: [...fields].sort((a, b) => b[1] - a[1]).slice(0, 40),
    },
  };
}

const json = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`;

async function forgetStaged(place: Place): Promise<void> {
  const { communityId, importId } = place;
  await patiently((tx) =>
    tx.execute(sql`delete from import_items where community_id = ${communityId} and import_id = ${importId}`),
  );
  // Read with other columns, it may have come from others.
  await forgetPeople(place);
}

/** A file may hold what no column takes. */
const clean = (text: string) => text.replaceAll("\0", "").toWellFormed();

async function insertItems({ communityId, importId }: Place, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((item) => ({
    ...item,
    text: clean(item.text),
    space: clean(item.space),
    ...(item.title && { title: clean(item.title) }),
  }));
  await db().execute(sql`
    insert into import_items (community_id, import_id, n, kind, post_id, thread_id, person_id, space, title, flows, answers_id, at, text)
    select ${communityId}, ${importId}, v.n, v.kind, v."postId", v."threadId", v."personId", v.space, v.title, coalesce(v.flows, false), v."answersId", v.at, v.text
    from jsonb_to_recordset(${json(rows)}) as v(n int, kind text, "postId" uuid, "threadId" uuid, "personId" uuid, space text, title text,
      flows boolean, "answersId" uuid, at timestamptz, text text)`);
}

const longestName = 60;
/** Nobody is shown by the address they wrote from. */
const nameOf = ({ name, there }: Somebody) =>
  clean(name ?? there)
    .replace(/@.*$/s, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longestName) || "?";
const address = z.email().max(254);

/**
 * They are rows of `people` that nobody is yet, and no members before the import is written. An address that somebody has here
 * already stays theirs: nothing is put into anybody's mouth, and nothing tells who has an account.
 */
async function insertPeople({ communityId, importId }: Place, everybody: readonly Somebody[]): Promise<void> {
  for (let i = 0; i < everybody.length; i += together) {
    const rows = everybody.slice(i, i + together).map((one) => {
      const email = address.safeParse(one.email?.trim().toLowerCase());
      return {
        id: one.id,
        name: nameOf(one),
        email: email.success ? email.data : null,
        role: one.role,
        messages: one.messages,
        since: new Date(Math.min(one.since, Date.now())).toISOString(),
        left: one.left,
      };
    });
    await db().transaction(async (tx) => {
      await tx.execute(sql`
        insert into people (id, state, name, created_at) select v.id, 'imported', v.name, v.since
        from jsonb_to_recordset(${json(rows)}) as v(id uuid, name text, since timestamptz) order by v.id on conflict do nothing`);
      await tx.execute(sql`
        update people p set email = v.email from (
          select distinct on (email) id, email from jsonb_to_recordset(${json(rows)}) as r(id uuid, email text) where email is not null order by email, id) v
        where p.id = v.id and p.state = 'imported' and p.email is null and not exists (select from people o where o.email = v.email)`);
      await tx.execute(sql`
        insert into import_people (community_id, import_id, person_id, role, messages, since, left_score)
        select ${communityId}, ${importId}, v.id, v.role, v.messages, v.since, v."left"
        from jsonb_to_recordset(${json(rows)}) as v(id uuid, role text, messages int, since timestamptz, "left" boolean)
        on conflict (community_id, import_id, person_id) do update set role = excluded.role, messages = excluded.messages,
          since = excluded.since, left_score = excluded.left_score`);
    });
  }
}

/** What the stream could not know while it was read. @returns how many messages were there twice */
async function order({ communityId, importId }: Place): Promise<number> {
  const of = (row: string) =>
    sql`${sql.raw(row)}.community_id = ${communityId} and ${sql.raw(row)}.import_id = ${importId}`;
  return patiently(async (tx) => {
    // A million rows that nobody has counted yet would be joined one by one.
    await tx.execute(sql`analyze import_items`);
    const { rowCount: twice } = await tx.execute(sql`
      delete from import_items d using (
        select i.n, row_number() over (partition by i.post_id order by i.n) as time from import_items i where ${of("i")} and i.kind = 'message') v
      where ${of("d")} and d.n = v.n and v.time > 1`);
    // What stands in the flow and was answered in a thread is where that thread began.
    await tx.execute(sql`
      update import_items p set thread_id = c.thread_id, flows = false, title = c.title
      from (select distinct on (i.answers_id) i.answers_id, i.thread_id, i.title, i.space from import_items i
        where ${of("i")} and i.kind = 'message' and not i.flows and i.answers_id is not null order by i.answers_id, i.n) c
      where ${of("p")} and p.kind = 'message' and p.flows and p.post_id = c.answers_id and p.space = c.space`);
    // Only what was said before, in the same thread, is answered.
    await tx.execute(sql`
      update import_items a set answers_id = null
      where ${of("a")} and a.kind = 'message' and a.answers_id is not null
        and not exists (select from import_items b where ${of("b")} and b.kind = 'message'
          and b.post_id = a.answers_id and b.thread_id = a.thread_id and (b.at, b.n) < (a.at, a.n))
        and not exists (select from posts o where o.community_id = a.community_id and o.id = a.answers_id and o.thread_id = a.thread_id)`);
    return twice ?? 0;
  });
}
