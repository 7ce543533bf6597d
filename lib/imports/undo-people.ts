import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { Place } from "./place";

// Its own file because an import that is dropped before anything was written forgets its people in the same way.

const together = 200;

/** Who is nobody yet, and came with no other import, is forgotten; a profile that somebody claimed is theirs. */
export async function forgetPeople(place: Place): Promise<void> {
  const { communityId, importId } = place;
  for (;;) {
    const { rows } = await db().execute<{ id: string; alone: boolean }>(sql`
      select i.person_id as id, p.state = 'imported' and not exists (select from import_people o
        where o.person_id = i.person_id and (o.community_id, o.import_id) <> (i.community_id, i.import_id)) as alone
      from import_people i join people p on p.id = i.person_id
      where i.community_id = ${communityId} and i.import_id = ${importId} order by i.person_id limit ${together}`);
    if (rows.length === 0) return;
    const alone = rows.flatMap(({ id, alone }) => (alone ? [id] : []));
    await db().transaction(async (tx) => {
      await tx.execute(sql`
        delete from import_people where community_id = ${communityId} and import_id = ${importId}
          and person_id = any(${sql.param(rows.map(({ id }) => id))}::uuid[])`);
      if (alone.length > 0) await forget(tx, communityId, alone);
    });
  }
}

async function forget(tx: Tx, communityId: string, ids: readonly string[]): Promise<void> {
  const these = sql`${sql.param([...ids])}::uuid[]`;
  await tx.execute(sql`select 1 from people where id = any(${these}) order by id for update`);
  for (const table of ["thread_people", "member_settings", "duties", "memberships"])
    await tx.execute(
      sql`delete from ${sql.identifier(table)} where community_id = ${communityId} and person_id = any(${these})`,
    );
  try {
    await tx.transaction((inner) =>
      inner.execute(sql`delete from people where id = any(${these}) and state = 'imported'`),
    );
  } catch {
    // Something still points to one of them (a mark, a flag, what somebody else wrote): an empty row stays in their place.
    for (const id of ids) await forgetOne(tx, id);
  }
}

async function forgetOne(tx: Tx, id: string): Promise<void> {
  try {
    await tx.transaction((inner) => inner.execute(sql`delete from people where id = ${id} and state = 'imported'`));
  } catch {
    await tx.execute(sql`
      update people set state = 'erased', name = null, email = null, bio = null, avatar_file_id = null, erased_at = now()
      where id = ${id} and state = 'imported'`);
    await tx.execute(sql`insert into erasures (person_id, mode) values (${id}, 'name') on conflict do nothing`);
  }
}
