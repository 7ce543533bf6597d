import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { MemberAccess } from "@/lib/access/gate";

export type Look = { id: string; who: string | null; what: "person" | "history" | "export" | "reports"; at: string };

/** Who looked at what is held about me here. Rows are written by the reading itself: see lookAtPerson. */
export async function whoLooked({ community, personId }: MemberAccess): Promise<Look[]> {
  const { rows } = await db().execute<Look>(sql`
    select l.id, p.name as who, l.what, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from looks l join people p on p.id = l.looker_id
    where l.community_id = ${community.id} and l.person_id = ${personId} order by l.at desc, l.id limit 20`);
  return rows;
}
