import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { PersonAccess } from "@/lib/access/gate";
import { mostBlocked } from "./commands";

export type Blocked = { id: string; name: string | null; avatarFileId: string | null; since: string };

/** Whom one blocks, the latest first; never more than anybody can block. */
export async function myBlocked({ personId }: PersonAccess): Promise<Blocked[]> {
  const { rows } = await db().execute<Blocked>(sql`
    select p.id, p.name, p.avatar_file_id as "avatarFileId", ${isoColumn(sql`b.since`)} as since
    from blocks b join people p on p.id = b.blocked_id
    where b.person_id = ${personId} order by b.since desc, b.blocked_id limit ${mostBlocked}`);
  return rows;
}
