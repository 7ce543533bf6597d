import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ReactionKind } from "@/db/schema/reactions";
import type { DeskAccess } from "@/lib/access/gate";
import { writeHistory } from "@/lib/posts/history";
import { historyInput, mostAtOnce } from "@/lib/posts/history-input";
import { mostReactions, reactHistory } from "@/lib/reactions/history";
import { longestTitle } from "@/lib/threads/input";
import { idOf } from "./ids";
import type { Plan } from "./input";
import { spokenTo, type Who } from "./mentions";
import { patiently } from "./patiently";
import { admitAll } from "./people";
import { keyOf, type Place } from "./place";
import { placeSpaces } from "./spaces";

// Its own file because it is the second half of an import: from the rows that wait to the batch commands, one piece after
// another. Each piece goes from the waiting rows once it is written, so that a crash goes on where it was.

/** What was brought. */
export type Brought = { people: number; threads: number; posts: number; reactions: number; before: number };
export type Say = (done: number) => Promise<void>;

export async function bring(access: DeskAccess, place: Place, plan: Plan, say: Say): Promise<Brought> {
  await setRoles(place, plan);
  const spaces = await placeSpaces(access, place, plan.spaces);
  await leaveOut(place, [...spaces.keys()]);
  await admitAll(access, place);
  const who = await whoOf(place);
  let done = 0;
  const brought = { threads: 0, posts: 0, reactions: 0, before: 0 };
  for (let piece = await messages(place); piece.length > 0; piece = await messages(place)) {
    const fresh = await notYetHere(place, piece);
    if (fresh.length > 0) await writePiece(access, place, spaces, who, fresh);
    await away(place, piece);
    brought.before += piece.length - fresh.length;
    done += piece.length;
    await say(done);
  }
  for (let piece = await reactions(place); piece.length > 0; piece = await reactions(place)) {
    const these = piece.map(({ postId, personId, text, at }) => ({ postId, personId, kind: text as ReactionKind, at }));
    await reactHistory(access, these, { key: keyOf(place, `reactions ${piece[0]!.n}`) });
    await away(place, piece);
    done += piece.length;
    await say(done);
  }
  return { ...brought, ...(await countBrought(place)) };
}

type Row = {
  n: number;
  postId: string;
  threadId: string;
  personId: string;
  space: string;
  title: string | null;
  flows: boolean;
  answersId: string | null;
  at: string;
  text: string;
};

const mine = ({ communityId, importId }: Place) => sql`community_id = ${communityId} and import_id = ${importId}`;
const iso = sql.raw(`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const uuids = (ids: readonly string[]) => sql`${sql.param([...ids])}::uuid[]`;

async function setRoles(place: Place, { roles }: Plan): Promise<void> {
  if (roles.length > 0)
    await db().execute(sql`
      update import_people i set role = v.role from jsonb_to_recordset(${JSON.stringify(roles)}::jsonb) as v(person uuid, role text)
      where ${mine(place)} and i.person_id = v.person`);
}

/** Spaces that stay behind, and what machines said. */
async function leaveOut(place: Place, spaces: readonly string[]): Promise<void> {
  const bots = sql`person_id in (select person_id from import_people where ${mine(place)} and role = 'bot')`;
  await patiently((tx) =>
    tx.execute(sql`
      delete from import_items where ${mine(place)}
        and (${bots} or (kind = 'message' and space <> all(${sql.param([...spaces])}::text[])))`),
  );
}

/** Thread after thread, each in the order of its days. */
async function messages(place: Place): Promise<Row[]> {
  const { rows } = await db().execute<Row>(sql`
    select n, post_id as "postId", thread_id as "threadId", person_id as "personId", space, title, flows, answers_id as "answersId",
      ${iso} as at, text
    from import_items i where ${mine(place)} and kind = 'message' order by thread_id, i.at, n limit ${mostAtOnce}`);
  return rows;
}

async function reactions(place: Place) {
  const { rows } = await db().execute<Pick<Row, "n" | "postId" | "personId" | "text"> & { at: string | null }>(sql`
    select n, post_id as "postId", person_id as "personId", text, ${iso} as at
    from import_items where ${mine(place)} and kind = 'reaction' order by n limit ${mostReactions}`);
  return rows;
}

async function away(place: Place, rows: readonly { n: number }[]): Promise<void> {
  await db().execute(sql`
    delete from import_items where ${mine(place)} and n = any(${sql.param(rows.map(({ n }) => n))}::int[])`);
}

/** Without what was brought before, and without threads that were put into others here since. */
async function notYetHere({ communityId }: Place, rows: readonly Row[]): Promise<Row[]> {
  const { rows: here } = await db().execute<{ id: string }>(sql`
    select id from posts where community_id = ${communityId} and id = any(${uuids(rows.map(({ postId }) => postId))})
    union all select id from threads where community_id = ${communityId} and merged_into is not null
      and id = any(${uuids([...new Set(rows.map(({ threadId }) => threadId))])})`);
  const known = new Set(here.map(({ id }) => id));
  return rows.filter(({ postId, threadId }) => !known.has(postId) && !known.has(threadId));
}

async function writePiece(
  access: DeskAccess,
  place: Place,
  spaces: ReadonlyMap<string, { id: string; name: string }>,
  who: Who,
  rows: readonly Row[],
): Promise<void> {
  const { communityId, importId } = place;
  const ids = [...new Set(rows.map(({ threadId }) => threadId))];
  const { rows: there } = await db().execute<{ id: string }>(sql`
    select id from threads where community_id = ${communityId} and id = any(${uuids(ids)})`);
  const begun = new Set(there.map(({ id }) => id));
  const threads = [];
  for (const row of rows) {
    if (begun.has(row.threadId)) continue;
    begun.add(row.threadId);
    const space = spaces.get(row.space)!;
    threads.push({
      id: row.threadId,
      spaceId: space.id,
      authorId: row.personId,
      title: titleOf(row, space.name),
      at: row.at,
    });
  }
  const posts = rows.map(({ postId: id, threadId, personId: authorId, answersId, at, text }) => ({
    id,
    threadId,
    authorId,
    at,
    text: spokenTo(text, who),
    ...(answersId && { answersId }),
  }));
  await writeHistory(access, historyInput.parse({ threads, posts }), {
    key: keyOf(place, `posts ${rows[0]!.postId}`),
    importId,
  });
}

/** The flow of a space on one day; else the thread's own name, or how it begins. */
function titleOf({ title, flows, text }: Row, space: string): string {
  if (flows && title) return `${space}, ${title}`.slice(0, longestTitle);
  const beginning = text.split("\n").find((line) => /\p{L}/u.test(line)) ?? text;
  const short = beginning
    .replace(/[@{}[\]*_`#>|]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return title?.trim() || short.slice(0, 100).trim() || space || "…";
}

/** By id there, and by the names that only one of them has. */
async function whoOf(place: Place): Promise<Who> {
  const { rows } = await db().execute<{ id: string; name: string | null }>(sql`
    select i.person_id as id, p.name from import_people i join people p on p.id = i.person_id
    where i.community_id = ${place.communityId} and i.import_id = ${place.importId} and i.role <> 'bot'`);
  const ids = new Set(rows.map(({ id }) => id));
  const names = new Map<string, string | undefined>();
  for (const { id, name } of rows) {
    const key = name?.toLowerCase();
    if (key) names.set(key, names.has(key) ? undefined : id);
  }
  return (called) => {
    const byId = idOf(place, "person", called);
    return ids.has(byId) ? byId : names.get(called.toLowerCase());
  };
}

async function countBrought(place: Place) {
  const { communityId, importId } = place;
  const { rows } = await patiently((tx) =>
    tx.execute<{ people: number; threads: number; posts: number; reactions: number }>(sql`
    select (select count(*) from import_people i join memberships m on m.community_id = i.community_id and m.person_id = i.person_id
        where i.community_id = ${communityId} and i.import_id = ${importId})::int as people,
      (select count(*) from threads where community_id = ${communityId} and import_id = ${importId})::int as threads,
      (select count(*) from posts where community_id = ${communityId} and import_id = ${importId})::int as posts,
      (select count(*) from reactions r join posts o on o.community_id = r.community_id and o.id = r.post_id
        where o.community_id = ${communityId} and o.import_id = ${importId})::int as reactions`),
  );
  return rows[0]!;
}
