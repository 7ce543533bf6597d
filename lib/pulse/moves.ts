import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { DeskAccess } from "@/lib/access/gate";
import { blocks } from "@/lib/blocks/blocked";
import type { PulseResult } from "./result";

// Its own file because these are acts to take now, read from the rows of now, and no part of any snapshot.

/** Days: who waits longer has gone, and who came before is no newcomer. */
export const waitingDays = 28;
const shown = 8;
/** Newcomers that are looked at, and posts of each. */
const looked = 200;
const lately = 20;

export type Waiting = { id: string; title: string; space: string; author: string | null; since: string };

/** Threads of members in which nobody else has said anything, who waits longest first. */
export async function unanswered({ community, personId }: DeskAccess): Promise<Waiting[]> {
  const { rows } = await db().execute<Waiting>(sql`
    select t.id, t.title, s.name as space, p.name as author, ${isoColumn(sql`t.created_at`)} as since
    from threads t join spaces s on s.community_id = t.community_id and s.id = t.space_id and s.closed_at is null
    join memberships m on m.community_id = t.community_id and m.person_id = t.author_id
      and m.role <> 'manager' and not (m.role = 'representative' and m.employed)
    join people p on p.id = t.author_id
    where t.community_id = ${community.id} and t.posts = 1 and t.locked_at is null
      and t.created_at > now() - make_interval(days => ${waitingDays}) and t.author_id <> ${personId}
      and not exists (select from brand_owners o where o.brand_id = ${community.brandId} and o.person_id = t.author_id)
      and not ${blocks(personId, sql`t.author_id`)}
    order by t.created_at, t.id limit ${shown}`);
  return rows;
}

export type Newcomer = {
  personId: string;
  name: string | null;
  joinedAt: string;
  post: string;
  title: string;
  space: string;
};

/** Who came lately, has spoken, and has been answered by nobody. */
export async function ungreeted({ community, personId }: DeskAccess): Promise<Newcomer[]> {
  const { rows } = await db().execute<Newcomer>(sql`
    select m.person_id as "personId", p.name, ${isoColumn(sql`m.joined_at`)} as "joinedAt", said.post, t.title, s.name as space
    from (select person_id, joined_at from memberships
      where community_id = ${community.id} and joined_at > now() - make_interval(days => ${waitingDays}) and role = 'member'
      order by joined_at desc limit ${looked}) m
    join lateral (
      select (array_agg(o.id order by o.created_at desc, o.id))[1] as post, (array_agg(o.thread_id order by o.created_at desc, o.id))[1] as thread,
        bool_or(exists (select from posts x where x.community_id = ${community.id} and x.thread_id = o.thread_id
          and x.position > o.position and x.author_id <> m.person_id and x.removed_at is null)) as answered
      from (select id, thread_id, position, created_at from posts
        where community_id = ${community.id} and author_id = m.person_id and removed_at is null and text <> ''
        order by created_at desc limit ${lately}) o) said on said.post is not null and not said.answered
    join people p on p.id = m.person_id
    join threads t on t.community_id = ${community.id} and t.id = said.thread
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    where m.person_id <> ${personId} and not ${blocks(personId, sql`m.person_id`)}
    order by m.joined_at, m.person_id limit ${shown}`);
  return rows;
}

export type Lapsing = {
  post: string;
  title: string;
  space: string;
  a: string | null;
  b: string | null;
  weeks: number;
  last: string;
  /** What repeated interaction would be, had they exchanged once more. */
  would: number | null;
};

/** Two who talked for weeks and have been silent since, with the thread in which they last did. */
export async function lapsing({ community, personId }: DeskAccess, { lapsing }: PulseResult): Promise<Lapsing[]> {
  const { rows } = await db().execute<Lapsing>(sql`
    select o.id as post, t.title, s.name as space, a.name as a, b.name as b, l.weeks, l.last, l.would
    from jsonb_to_recordset(${JSON.stringify(lapsing)}::jsonb) as l(a uuid, b uuid, weeks int, post uuid, last text, would float8)
    join posts o on o.community_id = ${community.id} and o.id = l.post and o.removed_at is null
    join threads t on t.community_id = o.community_id and t.id = o.thread_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id and s.closed_at is null
    join people a on a.id = l.a and a.state = 'active' join people b on b.id = l.b and b.state = 'active'
    where not exists (select from posts x where x.community_id = ${community.id} and x.thread_id = o.thread_id
      and x.position > o.position and x.author_id in (l.a, l.b) and x.removed_at is null)
      and not exists (select from member_settings c where c.community_id = ${community.id} and c.person_id in (l.a, l.b)
        and c.key = 'inPulse' and c.value = 'false'::jsonb)
      and not ${blocks(personId, sql`l.a`)} and not ${blocks(personId, sql`l.b`)}
    order by l.would desc nulls last, l.weeks desc, l.last desc, o.id limit ${shown}`);
  return rows;
}
