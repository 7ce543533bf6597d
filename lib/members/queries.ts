import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { nameWords } from "@/db/schema";
import type { CommunityAccess, DeskAccess, MemberAccess } from "@/lib/access/gate";
import { blocks } from "@/lib/blocks/blocked";
import { after, type Cursor, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";
import { newFor } from "@/lib/communities/queries";
import { refuse } from "@/lib/errors";
import { typedName } from "@/lib/references/input";
import { shows, wantsToBeListed } from "./shown";

/** A person as others see them in a list. Without a name: somebody who was erased. */
export type Listed = {
  id: string;
  name: string | null;
  avatarFileId: string | null;
  role: "member" | "representative" | "manager";
  owner: boolean;
  joinedAt: string;
};

const joined = sql`m.joined_at`;
const id = sql`m.person_id`;

/** For every list of people: what is shown of each, and where the page goes on. */
export const listedColumns = (brandId: string, since = joined) => sql`
  m.person_id as id, p.name, p.avatar_file_id as "avatarFileId", m.role, ${microseconds(since)} as cursor,
  to_char(m.joined_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "joinedAt",
  exists (select 1 from brand_owners o where o.brand_id = ${brandId} and o.person_id = m.person_id) as owner`;

/** Whom of the directory: by the beginnings of their names, and only those who lead or speak for the brand. */
export type Which = { named?: string; team?: boolean };

/** The directory, newest first. */
export async function membersOf(
  { community }: MemberAccess,
  { named, team }: Which = {},
  cursor?: Cursor,
  size = pageSize,
): Promise<Page<Listed>> {
  const words = typedName(named ?? "");
  const query = words.map((word) => `'${word}':*`).join(" & ");
  // What is no name is nobody's.
  const called = named?.trim()
    ? sql`and ${words.length > 0}::boolean and ${nameWords(sql`p.name`)} @@ to_tsquery('simple'::regconfig, ${query})`
    : sql``;
  const inTeam = team
    ? sql`and (m.role in ('representative', 'manager') or exists (select from brand_owners w
        where w.brand_id = ${community.brandId} and w.person_id = m.person_id))`
    : sql``;
  const { rows } = await db().execute<Listed & { cursor: string }>(sql`
    select ${listedColumns(community.brandId)} from memberships m join people p on p.id = m.person_id
    where m.community_id = ${community.id} and ${wantsToBeListed} ${called} ${inTeam} ${after(cursor, joined, id)}
    order by m.joined_at desc, m.person_id desc limit ${size + 1}`);
  return toPage(rows, size);
}

export type Member = Listed & {
  bio: string | null;
  /** Null also where they do not show it to others. */
  broughtBy: { id: string; name: string | null } | null;
  /** They show others what they took part in. */
  activityShown: boolean;
  /** The viewer blocks them. */
  blocked: boolean;
  /** They came with an import, and nobody has become them yet. */
  unclaimed: boolean;
};

/** A member's page. Whoever stands not in the directory still has one: their words lead to it. */
export async function memberPage({ community, personId: me }: MemberAccess, personId: string): Promise<Member> {
  const { rows } = await db().execute<
    Omit<Member, "broughtBy"> & { bringerId: string | null; bringer: string | null }
  >(sql`
    select ${listedColumns(community.brandId)}, p.bio, b.id as "bringerId", b.name as bringer,
      ${shows("activityShown")} as "activityShown", ${blocks(me, sql`m.person_id`)} as blocked, p.state = 'imported' as unclaimed
    from memberships m join people p on p.id = m.person_id
    left join people b on b.id = m.brought_by and (m.person_id = ${me} or ${shows("bringerShown")})
    where m.community_id = ${community.id} and m.person_id::text = ${personId}`);
  const row = rows[0];
  if (!row) throw refuse.notFound();
  const { bringerId, bringer, ...rest } = row;
  return { ...rest, broughtBy: bringerId ? { id: bringerId, name: bringer } : null };
}

export type Brought = { id: string; who: string | null; whom: string | null };

/** Who brought whom lately: for the desk, which thanks those who bring people. */
export async function latestBrought({ community }: DeskAccess): Promise<Brought[]> {
  const { rows } = await db().execute<Brought>(sql`
    select m.person_id as id, b.name as who, p.name as whom from memberships m
    join people p on p.id = m.person_id join people b on b.id = m.brought_by
    where m.community_id = ${community.id} order by m.joined_at desc, m.person_id desc limit 8`);
  return rows;
}

export type FirstSteps = { face: boolean; invited: boolean };

/** What a newcomer has done of the first things; nothing for who has been here a while. */
export async function firstSteps({ community, personId }: MemberAccess): Promise<FirstSteps | undefined> {
  const { rows } = await db().execute<FirstSteps>(sql`
    select p.avatar_file_id is not null and coalesce(p.bio, '') <> '' as face,
      exists (select 1 from invitations i where i.community_id = m.community_id and i.created_by = m.person_id) as invited
    from memberships m join people p on p.id = m.person_id
    where m.community_id = ${community.id} and m.person_id = ${personId} and m.role = 'member'
      and m.joined_at > now() - make_interval(days => ${newFor})`);
  return rows[0];
}

/** Why the viewer may not take part, in the words they were given; null if nothing stands in their way. */
export async function mySuspension(access: CommunityAccess): Promise<{ reason: string; until: string | null } | null> {
  const { rows } = await db().execute<{ reason: string; until: string | null }>(sql`
    select reason, to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as until from suspensions
    where community_id = ${access.community.id} and person_id = ${access.viewer.personId} and lifted_at is null
      and since <= now() and (until is null or until > now()) order by until desc nulls first limit 1`);
  return rows[0] ?? null;
}
