import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { MemberSpaceAccess } from "@/lib/access/gate";
import { blocks } from "@/lib/blocks/blocked";
import { spaceChannel } from "./channels";
import { personOfPresence } from "./presence-ids";

// Its own file because presence speaks in ids that only these lines lead back to people.

export type Present = { id: string; name: string; avatarFileId: string | null; me: boolean };

/** The people behind these presence ids of a space: members who still have a name and whom the viewer does not block. Others are counted by the page, not named. */
export async function presentIn(access: MemberSpaceAccess, ids: readonly string[], secret: string): Promise<Present[]> {
  const { community, space, personId } = access;
  const asked = new Map(ids.map((id) => [personOfPresence(secret, spaceChannel(space.id), id), id]));
  const people = sql.join(
    [...asked.keys()].map((person) => sql`${person}::uuid`),
    sql`, `,
  );
  if (asked.size === 0) return [];
  const { rows } = await db().execute<Omit<Present, "me">>(sql`
    select p.id, p.name, p.avatar_file_id as "avatarFileId" from people p
    join memberships m on m.community_id = ${community.id} and m.person_id = p.id
    where p.id in (${people}) and p.name is not null and not ${blocks(personId, sql`p.id`)} order by p.name, p.id limit 100`);
  return rows.map((row) => ({ ...row, id: asked.get(row.id)!, me: row.id === personId }));
}
