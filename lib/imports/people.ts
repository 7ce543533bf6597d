import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { DeskAccess } from "@/lib/access/gate";
import { recordMany } from "@/lib/activity/record";
import { write } from "@/lib/write";
import { keyOf, type Place } from "./place";

// Its own file because people come in volume, and each of them as what they were: the batch form of coming in.

const together = 1_000;

/** Everybody of an import becomes a member, but the bots; staff of the brand is employed, moderators have the duty. */
export async function admitAll(access: DeskAccess, place: Place): Promise<void> {
  for (let after: string | undefined, ids = await some(place); ids.length > 0; ids = await some(place, after)) {
    const these = ids;
    after = these.at(-1);
    await write(access, keyOf(place, `people ${these[0]}`), "imports.people", { place, ids }, (tx) =>
      admit(tx, access, place, these),
    );
  }
}

async function some({ communityId, importId }: Place, after?: string): Promise<string[]> {
  const { rows } = await db().execute<{ id: string }>(sql`
      select person_id as id from import_people where community_id = ${communityId} and import_id = ${importId}
        and role <> 'bot' ${after ? sql`and person_id > ${after}::uuid` : sql``}
      order by person_id limit ${together}`);
  return rows.map(({ id }) => id);
}

async function admit(tx: Tx, { community, personId: by }: DeskAccess, { importId }: Place, ids: readonly string[]) {
  const these = sql`i.community_id = ${community.id} and i.import_id = ${importId} and i.person_id = any(${sql.param([...ids])}::uuid[])`;
  const { rows } = await tx.execute<{ id: string; at: string }>(sql`
    insert into memberships (community_id, person_id, role, employed, joined_at)
    select i.community_id, i.person_id, case when i.role = 'staff' then 'representative' else 'member' end, i.role = 'staff', i.since
    from import_people i where ${these} order by i.person_id on conflict do nothing
    returning person_id as id, joined_at::text as at`);
  await recordMany(
    tx,
    community.id,
    rows.map(({ id, at }) => ({ verb: "membership began" as const, actorId: by, objectId: id, at })),
  );
  const { rows: duties } = await tx.execute<{ id: string; personId: string; at: string }>(sql`
    insert into duties (community_id, person_id, given_by)
    select i.community_id, i.person_id, ${by} from import_people i where ${these} and i.role = 'moderator'
    on conflict do nothing returning id, person_id as "personId", given_at::text as at`);
  await recordMany(
    tx,
    community.id,
    duties.map(({ id, personId, at }) => ({
      verb: "duty given" as const,
      actorId: by,
      objectId: id,
      subjectId: personId,
      at,
    })),
  );
  await tx.execute(sql`
    insert into member_settings (community_id, person_id, key, value)
    select i.community_id, i.person_id, 'inPulse', 'false'::jsonb from import_people i where ${these} and i.left_score
    on conflict do nothing`);
  return { people: rows.length };
}
