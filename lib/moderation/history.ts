import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { CommunityModeratorAccess } from "@/lib/access/gate";
import { idOrNone, readable } from "@/lib/access/rows";
import { refuse } from "@/lib/errors";
import type { Statement } from "./statements/queries";

// Its own file because it looks at a person through every noun of moderation, and leaves a row that says so.

export type History = {
  id: string;
  name: string | null;
  avatarFileId: string | null;
  role: "member" | "representative" | "manager" | null;
  owner: boolean;
  joinedAt: string | null;
  posts: number;
  /** Of their posts: how often somebody flagged one, and how often that was found right. */
  flagged: number;
  upheld: number;
  /** Of what they flagged themselves: the same. */
  flagsMade: number;
  flagsUpheld: number;
  /** Without its reason where that is about a post in a space they do not read. */
  statements: (Omit<Statement, "reason"> & { reason: string | null; by: string | null; active: boolean })[];
  notes: { id: string; text: string; by: string | null; at: string }[];
};

const most = 50;

/** What moderators know of somebody. Whoever opens it is written down, once an hour, and the person can see that. */
export async function lookAtHistory(access: CommunityModeratorAccess, asked: string): Promise<History> {
  const { community, personId: me } = access;
  return db().transaction(async (tx) => {
    const { rows } = await tx.execute<Omit<History, "statements" | "notes">>(sql`
      select p.id, p.name, p.avatar_file_id as "avatarFileId", m.role, ${isoColumn(sql`m.joined_at`)} as "joinedAt",
        exists (select from brand_owners b where b.brand_id = ${community.brandId} and b.person_id = p.id) as owner,
        (select coalesce(sum(l.posts), 0)::int from thread_people l where l.community_id = ${community.id} and l.person_id = p.id) as posts,
        x.flagged, x.upheld, y."flagsMade", y."flagsUpheld"
      from people p left join memberships m on m.person_id = p.id and m.community_id = ${community.id},
        lateral (select count(*)::int as flagged, count(*) filter (where f.decision = 'hidden')::int as upheld
          from posts o join flags f on f.community_id = o.community_id and f.post_id = o.id
          where o.community_id = ${community.id} and o.author_id = p.id) x,
        lateral (select count(*)::int as "flagsMade", count(*) filter (where f.decision = 'hidden')::int as "flagsUpheld"
          from flags f where f.community_id = ${community.id} and f.person_id = p.id) y
      where p.id = ${idOrNone(asked)} and (m.person_id is not null
        or exists (select from posts o where o.community_id = ${community.id} and o.author_id = p.id)
        or exists (select from suspensions u where u.community_id = ${community.id} and u.person_id = p.id))`);
    const [person] = rows;
    if (!person) throw refuse.notFound();
    if (person.id !== me)
      await tx.execute(sql`
        insert into looks (community_id, person_id, looker_id, what)
        select ${community.id}, ${person.id}, ${me}, 'history'
        where not exists (select from looks where community_id = ${community.id} and person_id = ${person.id}
          and looker_id = ${me} and what = 'history' and at > now() - interval '1 hour')`);
    const statements = await tx.execute<History["statements"][number]>(sql`
      select s.id, s.kind, case when ${readable(access)} then s.reason end as reason, ${isoColumn(sql`s.at`)} as at, ${isoColumn(sql`s.until`)} as until, b.name as by,
        ${isoColumn(sql`s.lifted_at`)} as "liftedAt", case when ${readable(access)} then s.post_id end as "postId", null as appeal, ${isoColumn(sql`s.appealed_at`)} as "appealedAt",
        s.granted, null as answer,
        s.kind <> 'warning' and s.lifted_at is null and (s.until is null or s.until > now()) as active
      from statements s left join people b on b.id = s.by
      where s.community_id = ${community.id} and s.person_id = ${person.id} order by s.at desc, s.id desc limit ${most}`);
    const notes = await tx.execute<History["notes"][number]>(sql`
      select n.id, n.text, b.name as by, ${isoColumn(sql`n.at`)} as at from person_notes n join people b on b.id = n.by
      where n.community_id = ${community.id} and n.person_id = ${person.id} order by n.at desc, n.id desc limit ${most}`);
    return { ...person, statements: statements.rows, notes: notes.rows };
  });
}
