import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { PersonAccess } from "@/lib/access/gate";
import { type Group, groups, holdings } from "./holdings";

/** How many rows there are about me, by what they are about. */
export async function heldAbout({ personId }: PersonAccess): Promise<Record<Group, number>> {
  const counts = holdings
    .filter(({ shows }) => shows.length > 0)
    .map(
      ({ table, person, group }) =>
        sql`select ${group}::text as "group", count(*) as n from ${sql.identifier(table)} where ${sql.identifier(person)} = ${personId}`,
    );
  const { rows } = await db().execute<{ group: Group; n: string }>(
    sql`select "group", sum(n) as n from (${sql.join(counts, sql` union all `)}) c group by "group"`,
  );
  const none = Object.fromEntries(groups.map((group) => [group, 0])) as Record<Group, number>;
  for (const { group, n } of rows) none[group] = Number(n);
  return { ...none, account: 1 };
}

export interface Look {
  readonly id: string;
  /** Null once they are erased themselves. */
  readonly who: string | null;
  readonly community: string;
  readonly what: "person" | "history" | "export" | "reports";
  readonly at: Date;
}

/** Who looked at what is held about me beyond what everybody sees; the last hundred, everything is in the download. */
export async function whoLookedAtMe({ personId }: PersonAccess): Promise<Look[]> {
  const { rows } = await db().execute<Omit<Look, "at"> & { at: string }>(sql`
    select l.id, p.name as who, c.name as community, l.what, l.at
    from looks l join people p on p.id = l.looker_id join communities c on c.id = l.community_id
    where l.person_id = ${personId} order by l.at desc, l.id limit 100`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** Brands that only this person owns: they must have another owner first. */
export async function brandsOnlyMine({ personId }: PersonAccess): Promise<{ slug: string; name: string }[]> {
  const { rows } = await db().execute<{ slug: string; name: string }>(sql`
    select b.slug, b.name from brands b join brand_owners o on o.brand_id = b.id
    group by b.id having count(*) = 1 and bool_or(o.person_id = ${personId}) order by b.name`);
  return rows;
}
