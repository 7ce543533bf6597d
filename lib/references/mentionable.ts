import { type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { nameWords } from "@/db/schema";
import type { SpaceAccess, SpaceWriteAccess } from "@/lib/access/gate";
import { may, type Standing } from "@/lib/access/policy";
import { blocks } from "@/lib/blocks/blocked";
import { wantsToBeListed } from "@/lib/members/shown";
import { typedName } from "./input";

// Its own file because the suggestions and the writes must mean the same people: who is offered can be spoken to, and nobody else.

type Row = {
  id: string;
  name: string;
  avatarFileId: string | null;
  role: Standing["role"];
  owner: boolean;
  verified: boolean;
  badges: string[];
  twin: boolean;
};

/** Somebody who can be spoken to here. `as` stands between the brackets: their name, told apart where two have the same. */
export type Mentionable = { id: string; name: string; as: string; avatarFileId: string | null };

export const nameAs = ({ id, name, twin }: { id: string; name: string; twin: boolean }) => {
  const said = name.replace(/[[\]\n]/g, " ");
  return twin ? `${said} #${id.slice(0, 8)}` : said;
};

/** Another member goes by the same name. */
export const isTwin = (
  communityId: string,
) => sql`exists (select 1 from people z join memberships y on y.person_id = z.id
  where lower(z.name) = lower(p.name) and z.id <> p.id and y.community_id = ${communityId})`;

/**
 * Members who may read this space, found by name. Who chose not to stand in the directory is among them only if they spoke in
 * this space. Whether one reads it is said by the policy; the database leaves out whom it could not let in.
 */
async function found({ community, space }: SpaceAccess, named: SQL, most: number, tx: Tx | ReturnType<typeof db>) {
  const anyBadge = sql.join(
    space.readBadges.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const owns = sql`exists (select 1 from brand_owners w where w.brand_id = ${community.brandId} and w.person_id = p.id)`;
  const mightRead =
    space.readAudience !== "badges"
      ? sql`true`
      : sql`(m.role = 'manager' or ${owns}${
          space.readBadges.length > 0
            ? sql` or exists (select 1 from grants g where g.brand_id = ${community.brandId} and g.person_id = p.id
                and g.revoked_at is null and g.badge_id in (${anyBadge}))`
            : sql``
        })`;
  const { rows } = await tx.execute<Row>(sql`
    select p.id, p.name, p.avatar_file_id as "avatarFileId", m.role, ${owns} as owner, p.email_verified_at is not null as verified,
      array(select g.badge_id from grants g where g.brand_id = ${community.brandId} and g.person_id = p.id and g.revoked_at is null) as badges,
      ${isTwin(community.id)} as twin
    from people p join memberships m on m.person_id = p.id and m.community_id = ${community.id}
    where p.state = 'active' and (${named}) and ${mightRead}
      and not exists (select 1 from suspensions s where s.community_id = m.community_id and s.person_id = p.id
        and s.lifted_at is null and s.since <= now() and (s.until is null or s.until > now()))
      and (${wantsToBeListed} or exists (select 1 from thread_people l join threads t on t.community_id = l.community_id and t.id = l.thread_id
        where l.community_id = m.community_id and l.person_id = p.id and l.posts > 0 and t.space_id = ${space.id}))
    order by p.name, p.id limit ${most}`);
  return rows.filter(({ id, verified, owner, role, badges }) =>
    may.readSpace(
      {
        personId: id,
        verified,
        owner,
        role,
        employed: false,
        suspended: false,
        silenced: false,
        moderates: [],
        badges,
      },
      space,
    ),
  );
}

const offered = 8;

/** Whom the writer may mean by what they typed so far. */
export async function mentionable(access: SpaceWriteAccess, typed: string | null): Promise<Mentionable[]> {
  const words = typedName(typed);
  if (words.length === 0) return [];
  const query = words.map((word) => `'${word}':*`).join(" & ");
  const named = sql`${nameWords(sql`p.name`)} @@ to_tsquery('simple'::regconfig, ${query}) and p.id <> ${access.personId}
    and not ${blocks(access.personId, sql`p.id`)}`;
  const rows = await found(access, named, offered * 5, db());
  return rows
    .slice(0, offered)
    .map(({ id, name, avatarFileId, twin }) => ({ id, name, avatarFileId, as: nameAs({ id, name, twin }) }));
}

/** The ids of those who may be spoken to by these names, or by the ids themselves. */
export async function meant(
  tx: Tx,
  access: SpaceAccess,
  names: readonly string[],
  ids: readonly string[],
): Promise<{ byName: Map<string, string>; ids: Set<string> }> {
  const byName = new Map<string, string>();
  if (names.length + ids.length === 0) return { byName, ids: new Set() };
  const bare = (name: string) => name.replace(/ #[0-9a-f]{8}$/, "").toLowerCase();
  const list = (all: readonly string[], as: SQL) =>
    sql`array[${sql.join(
      all.map((one) => sql`${one}`),
      sql`, `,
    )}]::${as}[]`;
  const spoken = names.length > 0 ? sql`lower(p.name) = any(${list(names.map(bare), sql`text`)})` : sql`false`;
  const known = ids.length > 0 ? sql`p.id = any(${list(ids, sql`uuid`)})` : sql`false`;
  const rows = await found(access, sql`${spoken} or ${known}`, 200, tx);
  for (const name of names) {
    const tag = / #([0-9a-f]{8})$/.exec(name)?.[1];
    const those = rows.filter((row) => row.name.toLowerCase() === bare(name) && (!tag || row.id.startsWith(tag)));
    // Of two with one name, nobody is guessed.
    if (those.length === 1) byName.set(name, those[0]!.id);
  }
  return { byName, ids: new Set(rows.map(({ id }) => id)) };
}
