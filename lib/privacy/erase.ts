import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { uncountVotes } from "@/lib/polls/forget";
import { forgetReactions } from "@/lib/reactions/forget";
import { unlearnOf } from "@/lib/search/learned";
import type { Mode } from "./erasures-log";
import { type Fate, type Holding, holdings } from "./holdings";

// Its own file because two do this: the person's own command, and a restore that must not bring them back.

type Sql = Pick<Tx, "execute">;

/**
 * Erases a person by the list of holdings. Answers the ids of files whose bytes are to be removed once this is committed;
 * nothing, if there is no such person or nothing is left to erase.
 */
export async function eraseRows(tx: Sql, personId: string, mode: Mode, at?: Date): Promise<string[] | undefined> {
  const { rows } = await tx.execute<{ state: string; mode: Mode | null }>(sql`
    select p.state, e.mode from people p left join erasures e on e.person_id = p.id where p.id = ${personId} for update of p`);
  const person = rows[0];
  if (!person) return undefined;
  if (person.state === "erased" && (person.mode === "texts" || person.mode === mode)) return undefined;

  const left = await tx.execute<{ id: string }>(
    sql`select id from files where owner_id = ${personId} and (state = 'draft' or thing_kind in ('person', 'import', 'held')
      or (thing_kind in ('post', 'preview') and ${mode === "texts"}))`,
  );
  const invited = await onlyInvitedBy(tx, personId);
  await uncountVotes(tx, personId);
  await forgetReactions(tx, personId);
  if (mode === "texts") await unlearnOf(tx, personId);
  for (const holding of holdings) await meet(tx, holding, holding.name, personId);
  if (mode === "texts") {
    for (const holding of holdings) await meet(tx, holding, holding.texts ?? "stays", personId);
    // What was fetched about links tells what somebody wrote about.
    await tx.execute(sql`
      delete from link_previews l using posts o
      where o.community_id = l.community_id and o.id = l.post_id and o.author_id = ${personId}`);
  }
  await emptyPeople(tx, [personId, ...invited], at);
  await tx.execute(sql`
    insert into erasures (person_id, mode, at) values (${personId}, ${mode}, coalesce(${at?.toISOString() ?? null}::timestamptz, now()))
    on conflict (person_id) do update set mode = case when erasures.mode = 'texts' then 'texts' else excluded.mode end`);
  return left.rows.map(({ id }) => id);
}

async function meet(tx: Sql, { table, person }: Holding, fate: Fate, personId: string): Promise<void> {
  if (fate === "stays") return;
  const mine = sql`${sql.identifier(person)} = ${personId}`;
  const from = sql.identifier(table);
  if (fate === "row goes") await tx.execute(sql`delete from ${from} where ${mine}`);
  else if ("goesWhere" in fate)
    await tx.execute(sql`delete from ${from} where ${mine} and (${sql.raw(fate.goesWhere)})`);
  else {
    const set = Object.entries(fate.set).map(
      ([column, value]): SQL => sql`${sql.identifier(column)} = ${sql.raw(value)}`,
    );
    await tx.execute(
      sql`update ${from} set ${sql.join(set, sql`, `)} where ${mine} and (${sql.raw(fate.where ?? "true")})`,
    );
  }
}

/** Somebody who has not come yet is here by the address that was typed for them: it goes with the last open invitation. */
async function onlyInvitedBy(tx: Sql, personId: string): Promise<string[]> {
  const open = sql`i.person_id = p.id and i.withdrawn_at is null and i.expires_at > now()`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    select p.id from people p where p.state = 'invited'
      and exists (select from invitations i where ${open} and i.created_by = ${personId})
      and not exists (select from invitations i where ${open} and i.created_by <> ${personId})
    for update`);
  return rows.map(({ id }) => id);
}

async function emptyPeople(tx: Sql, ids: string[], at?: Date): Promise<void> {
  const list = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  await tx.execute(sql`
    update people set state = 'erased', name = null, email = null, email_verified_at = null, pending_email = null, bio = null,
      avatar_file_id = null, locale = null, zone = null, erased_at = coalesce(${at?.toISOString() ?? null}::timestamptz, now())
    where id in (${list})`);
}
