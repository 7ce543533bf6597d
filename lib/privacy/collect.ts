import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Holding, holdings } from "./holdings";

// Its own file because the machine-readable and the readable copy are made from the same rows.

export type Row = Record<string, unknown>;

/** Of a ballot, as long as the post with its poll is in view: what was removed is not to be read here either. */
const ofPoll = (
  shown: SQL,
) => sql`(select ${shown} from decisions d join posts p on p.community_id = d.community_id and p.id = d.post_id
  where d.community_id = t.community_id and d.id = t.decision_id and p.removed_at is null)`;

/** Ids that mean something to the reader only by their names. */
const byName: Record<string, { as: string; query: SQL }> = {
  community_id: { as: "community", query: sql`(select name from communities where id = t.community_id)` },
  brand_id: { as: "brand", query: sql`(select name from brands where id = t.brand_id)` },
  badge_id: {
    as: "badge",
    query: sql`(select name from badges b where b.brand_id = t.brand_id and b.id = t.badge_id)`,
  },
  decision_id: { as: "poll", query: ofPoll(sql`d.question`) },
  id: {
    as: "vote",
    query: ofPoll(sql`(select string_agg(o.label, ', ' order by o.position) from ballot_choices c
      join decision_options o on o.community_id = c.community_id and o.decision_id = c.decision_id and o.id = c.option_id
      where c.community_id = t.community_id and c.decision_id = t.decision_id and c.ballot_id = t.id)`),
  },
  looker_id: { as: "who", query: sql`(select name from people where id = t.looker_id)` },
};

const shown = holdings.filter(({ shows }) => shows.length > 0);

/** Every list of rows about a person, one after the other; the rows come in pieces, so a long life here fits in memory. */
export async function* everythingAbout(
  tx: Tx,
  personId: string,
): AsyncGenerator<{ holding: Holding; columns: string[]; rows: AsyncGenerator<Row> }> {
  for (const holding of shown) {
    const columns = holding.shows.map((column) => byName[column]?.as ?? column);
    yield { holding, columns, rows: rowsOf(tx, holding, personId) };
  }
}

async function* rowsOf(tx: Tx, { table, person, shows }: Holding, personId: string): AsyncGenerator<Row> {
  const columns = shows.map((column) => {
    const named = byName[column];
    return named ? sql`${named.query} as ${sql.identifier(named.as)}` : sql`t.${sql.identifier(column)}`;
  });
  await tx.execute(sql`
    declare held cursor for select ${sql.join(columns, sql`, `)} from ${sql.identifier(table)} t
    where t.${sql.identifier(person)} = ${personId}`);
  try {
    for (;;) {
      const { rows } = await tx.execute<Row>(sql`fetch 500 from held`);
      if (rows.length === 0) return;
      yield* rows;
    }
  } finally {
    await tx.execute(sql`close held`);
  }
}

export async function aboutThemselves(tx: Tx, personId: string): Promise<Row> {
  const { rows } = await tx.execute<Row>(sql`
    select name, email, email_verified_at, pending_email, bio, locale, zone, created_at from people where id = ${personId}`);
  return rows[0] ?? {};
}

/** Pictures and other files they sent, with the kind of file we made of them. */
export async function filesOf(tx: Tx, personId: string): Promise<{ id: string; type: string }[]> {
  const { rows } = await tx.execute<{ id: string; type: string }>(
    sql`select id, type from files where owner_id = ${personId} and state <> 'orphan' order by created_at, id`,
  );
  return rows;
}
