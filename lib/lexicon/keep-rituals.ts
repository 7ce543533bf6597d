import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PulseAudience } from "@/db/schema/pulse";
import { shows } from "@/lib/members/shown";
import { type Begun, ritualsAmong } from "./rituals";

// Its own file because no person asks for it: rituals are looked for when the pulse is taken.

/** Half a year, and no more threads than are looked through in a moment. */
const days = 182;
const most = 10_000;

type Place = { communityId: string; brandId: string; asOf: string };

/** In place of what was kept before of what each audience reads. */
export async function keepRituals(
  tx: Tx,
  place: Place,
  taken: readonly { audience: PulseAudience; spaces: readonly string[] }[],
): Promise<void> {
  const { communityId } = place;
  const { rows } = await tx.execute<{ locale: string }>(sql`select locale from communities where id = ${communityId}`);
  await tx.execute(sql`delete from rituals where community_id = ${communityId}`);
  for (const { audience, spaces } of taken) {
    const found = ritualsAmong(await begunIn(tx, place, spaces), rows[0]!.locale);
    const kept = found.map((ritual, rank) => ({ ...ritual, rank }));
    await tx.execute(sql`
      insert into rituals (community_id, audience, rank, threads, every)
      select ${communityId}, ${audience}, r.rank, r.threads, r.every
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as r(rank int, threads uuid[], every int)`);
  }
}

/** What was begun lately, with the members who spoke in it: nobody whom the brand pays, and nobody who left the score. */
async function begunIn(tx: Tx, { communityId, brandId, asOf }: Place, spaces: readonly string[]): Promise<Begun[]> {
  const { rows } = await tx.execute<Omit<Begun, "people"> & { people: string[] | null }>(sql`
    select t.id, t.title, floor(extract(epoch from t.created_at) / 86400)::int as day,
      (select array_agg(r.person_id) from thread_people r join memberships m on m.community_id = r.community_id and m.person_id = r.person_id
        and (m.role = 'member' or (m.role = 'representative' and not m.employed))
        where r.community_id = t.community_id and r.thread_id = t.id and r.posts > 0 and ${shows("inPulse")}
          and not exists (select from brand_owners o where o.brand_id = ${brandId} and o.person_id = r.person_id)) as people
    from threads t where t.community_id = ${communityId} and t.space_id = any(${sql.param([...spaces])}::uuid[])
      and t.posts > 0 and t.title <> '' and t.merged_into is null and t.created_at >= ${asOf}::date - ${days}::int
    order by t.created_at desc, t.id limit ${most}`);
  return rows.map((row) => ({ ...row, people: row.people ?? [] }));
}
