import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { DeskAccess } from "@/lib/access/gate";
import { after, type Cursor, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";
import { newFor } from "@/lib/communities/queries";
import { refuse } from "@/lib/errors";
import { type Listed, listedColumns } from "./queries";

// Its own file because the desk sees more of people than members do, and each of these queries says so in its proof.

export type AtDesk = Listed & { suspended: boolean; moderates: boolean; bringer: string | null };

const suspended = sql`exists (select 1 from suspensions s where s.community_id = m.community_id and s.person_id = m.person_id
  and s.lifted_at is null and s.since <= now() and (s.until is null or s.until > now()))`;

/** Members by the beginning of any of their names, newest first; or only those who may not take part now. */
export async function peopleAtDesk(
  { community }: DeskAccess,
  search: string,
  cursor?: Cursor,
  onlySuspended = false,
): Promise<Page<AtDesk>> {
  const start = search
    .trim()
    .toLowerCase()
    .slice(0, 60)
    .replace(/[\\%_]/g, "\\$&");
  const named = start ? sql`and (lower(p.name) like ${`${start}%`} or lower(p.name) like ${`% ${start}%`})` : sql``;
  const { rows } = await db().execute<AtDesk & { cursor: string }>(sql`
    select ${listedColumns(community.brandId)}, ${suspended} as suspended, b.name as bringer,
      exists (select 1 from duties d where d.community_id = m.community_id and d.person_id = m.person_id and d.ended_at is null) as moderates
    from memberships m join people p on p.id = m.person_id left join people b on b.id = m.brought_by
    where m.community_id = ${community.id} ${named} ${onlySuspended ? sql`and ${suspended}` : sql``}
      ${after(cursor, sql`m.joined_at`, sql`m.person_id`)}
    order by m.joined_at desc, m.person_id desc limit ${pageSize + 1}`);
  return toPage(rows);
}

/** Who came lately, newest first: somebody should say hello to them. */
export async function newcomers({ community }: DeskAccess, most = 6): Promise<AtDesk[]> {
  const { rows } = await db().execute<AtDesk>(sql`
    select ${listedColumns(community.brandId)}, ${suspended} as suspended, b.name as bringer, false as moderates
    from memberships m join people p on p.id = m.person_id left join people b on b.id = m.brought_by
    where m.community_id = ${community.id} and m.joined_at > now() - make_interval(days => ${newFor})
    order by m.joined_at desc, m.person_id desc limit ${most}`);
  return rows;
}

export type Removed = {
  id: string;
  personId: string;
  name: string | null;
  reason: string;
  since: string;
  cursor: string;
};

/** Who was removed and not let back, so that a removal can be undone. */
export async function removedPeople({ community }: DeskAccess, cursor?: Cursor): Promise<Page<Removed>> {
  const { rows } = await db().execute<Removed>(sql`
    select s.id, s.person_id as "personId", p.name, s.reason, ${microseconds(sql`s.since`)} as cursor,
      to_char(s.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
    from suspensions s join people p on p.id = s.person_id
    where s.community_id = ${community.id} and s.until is null and s.lifted_at is null
      and not exists (select 1 from memberships m where m.community_id = s.community_id and m.person_id = s.person_id)
      ${after(cursor, sql`s.since`, sql`s.id`)}
    order by s.since desc, s.id desc limit ${pageSize + 1}`);
  return toPage(rows);
}

export type PersonAtDesk = AtDesk & {
  employed: boolean;
  duties: { id: string; spaceId: string | null; space: string | null }[];
  suspensions: {
    id: string;
    reason: string;
    by: string | null;
    since: string;
    until: string | null;
    active: boolean;
  }[];
  brought: { id: string; name: string | null }[];
};

/**
 * What the desk holds about one person. Reading it leaves a row in "who looked", which that person sees; looking again
 * within the hour is the same look.
 */
export async function lookAtPerson(access: DeskAccess, personId: string): Promise<PersonAtDesk> {
  const { community } = access;
  return db().transaction(async (tx) => {
    const { rows } = await tx.execute<Omit<PersonAtDesk, "duties" | "suspensions" | "brought">>(sql`
      select ${listedColumns(community.brandId)}, m.employed, ${suspended} as suspended, b.name as bringer, false as moderates
      from memberships m join people p on p.id = m.person_id left join people b on b.id = m.brought_by
      where m.community_id = ${community.id} and m.person_id::text = ${personId}`);
    const person = rows[0];
    if (!person) throw refuse.notFound();
    if (person.id !== access.personId)
      await tx.execute(sql`
        insert into looks (community_id, person_id, looker_id, what)
        select ${community.id}, ${person.id}, ${access.personId}, 'person'
        where not exists (select 1 from looks where community_id = ${community.id} and person_id = ${person.id}
          and looker_id = ${access.personId} and what = 'person' and at > now() - interval '1 hour')`);
    const duties = await tx.execute<PersonAtDesk["duties"][number]>(sql`
      select d.id, d.space_id as "spaceId", s.name as space from duties d
      left join spaces s on s.community_id = d.community_id and s.id = d.space_id
      where d.community_id = ${community.id} and d.person_id = ${person.id} and d.ended_at is null order by d.given_at limit 100`);
    const suspensions = await tx.execute<PersonAtDesk["suspensions"][number]>(sql`
      select s.id, s.reason, b.name as by, to_char(s.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
        to_char(s.until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as until,
        s.lifted_at is null and s.since <= now() and (s.until is null or s.until > now()) as active
      from suspensions s left join people b on b.id = s.by
      where s.community_id = ${community.id} and s.person_id = ${person.id} order by s.since desc limit 50`);
    const brought = await tx.execute<PersonAtDesk["brought"][number]>(sql`
      select m.person_id as id, p.name from memberships m join people p on p.id = m.person_id
      where m.community_id = ${community.id} and m.brought_by = ${person.id} order by m.joined_at desc limit 50`);
    return {
      ...person,
      moderates: duties.rows.length > 0,
      duties: duties.rows,
      suspensions: suspensions.rows,
      brought: brought.rows,
    };
  });
}
