import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { MessageInput } from "@/lib/scoring/input";
import { begins, type CommunityKind, community, type Shape } from "./community";

// Invented communities as rows of the product: by the hundred, and of other days, which commands do not write.

const day = 86_400_000;

/** What an invented community says, moved so that it ends yesterday. */
export function lately(kind: CommunityKind, shape: Shape = {}): MessageInput[] {
  const weeks = shape.weeks ?? 16;
  const yesterday = Math.floor(Date.now() / day) * day - day;
  const shift = yesterday - (begins + (weeks * 7 - 1) * day);
  return community(kind, shape).map((one) => ({ ...one, at: one.at + shift }));
}

/** Puts it into a space as rows: people who joined, their threads and posts. @returns ids of people by the name they are called there */
export async function plant(
  { communityId, spaceId }: { communityId: string; spaceId: string },
  messages: readonly MessageInput[],
  known = new Map<string, string>(),
): Promise<{ people: Map<string, string>; posts: Map<string, string> }> {
  const idIn = (all: Map<string, string>) => (name: string) => {
    const id = all.get(name) ?? randomUUID();
    all.set(name, id);
    return id;
  };
  const [threads, posts] = [new Map<string, string>(), new Map<string, string>()];
  const [person, thread, post] = [idIn(known), idIn(threads), idIn(posts)];
  const place = new Map<string, number>();
  const rows = messages.map((one) => {
    const where = one.thread ?? "";
    const position = (place.get(where) ?? 0) + 1;
    place.set(where, position);
    return {
      id: post(one.id),
      thread: thread(where),
      position,
      author: person(one.author),
      answers: one.answers ? post(one.answers) : null,
      text: one.text,
      at: new Date(one.at).toISOString(),
    };
  });
  const json = JSON.stringify(rows);
  const people = JSON.stringify([...known].map(([name, id]) => ({ id, name })));
  await db().transaction(async (tx) => {
    await tx.execute(sql`
      insert into people (id, name, email, email_verified_at)
      select id, name, id || '@people.example', now() from jsonb_to_recordset(${people}::jsonb) as p(id uuid, name text)
      on conflict (id) do nothing`);
    await tx.execute(sql`
      insert into memberships (community_id, person_id, joined_at)
      select ${communityId}, id, now() - interval '300 days' from jsonb_to_recordset(${people}::jsonb) as p(id uuid)
      on conflict do nothing`);
    await tx.execute(sql`
      insert into threads (community_id, id, space_id, title, author_id, created_at, last_position, posts, last_post_at)
      select ${communityId}, thread, ${spaceId}, 'A talk', (array_agg(author order by position))[1], min(at), count(*), count(*), max(at)
      from jsonb_to_recordset(${json}::jsonb) as o(thread uuid, author uuid, position int, at timestamptz) group by thread`);
    await tx.execute(sql`
      insert into thread_people (community_id, thread_id, person_id, posts, last_post_at)
      select ${communityId}, thread, author, count(*), max(at)
      from jsonb_to_recordset(${json}::jsonb) as o(thread uuid, author uuid, at timestamptz) group by thread, author`);
    await tx.execute(sql`
      insert into posts (community_id, id, thread_id, position, author_id, answers_id, text, html, renderer, created_at)
      select ${communityId}, id, thread, position, author, answers, text, '<p></p>', 1, at
      from jsonb_to_recordset(${json}::jsonb)
        as o(id uuid, thread uuid, position int, author uuid, answers uuid, text text, at timestamptz)
      order by thread, position`);
  });
  return { people: known, posts };
}
