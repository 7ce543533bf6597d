import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { pulseRunStates } from "@/db/schema/pulse";
import type { DeskAccess, PulseAccess } from "@/lib/access/gate";
import { blocks } from "@/lib/blocks/blocked";
import { shows } from "@/lib/members/shown";
import { namesIn } from "@/lib/references/names";
import { elementNames } from "@/lib/scoring/output";
import { beginningOf } from "@/lib/text/markdown/beginning";
import type { Proof, PulseResult } from "./result";
import { readBy } from "./stream";

export type Snapshot = { takenAt: string; asOf: string; method: string; result: PulseResult };

/** The newest one of what this viewer's audience reads; none that counts a space which is closed to that audience by now. */
export async function pulseHere({ community, pulse }: PulseAccess): Promise<Snapshot | undefined> {
  const { rows } = await db().execute<Snapshot>(sql`
    select ${isoColumn(sql`p.taken_at`)} as "takenAt", p.as_of::text as "asOf", p.method, p.result from pulse_snapshots p
    where p.community_id = ${community.id} and p.audience = ${pulse} and not exists (
      select from unnest(p.spaces) x where not exists (
        select from spaces s where s.community_id = p.community_id and s.id = x and ${readBy[pulse]}))
    order by p.as_of desc limit 1`);
  return rows[0];
}

export type Shown = {
  id: string;
  title: string;
  space: string;
  authorId: string;
  author: string | null;
  avatarFileId: string | null;
  beginning: string;
  figures: readonly number[];
  /** The word that it is shown for, as it stands there. */
  word: string | null;
};
export type Evidence = Record<(typeof elementNames)[number], Shown[]>;

type Found = Omit<Shown, "beginning" | "figures" | "word"> & { text: string; unchanged: boolean };

/** The posts that show what the figures say, as far as this viewer reads them now. Two queries, however many they are. */
export async function evidenceHere(access: PulseAccess, { result, takenAt }: Snapshot): Promise<Evidence> {
  const { community, inside, standing } = access;
  const ids = elementNames.flatMap((name) => result.elements[name].evidence.map(({ post }) => post));
  const { rows } = await db().execute<Found>(sql`
    select o.id, t.title, s.name as space, o.author_id as "authorId", p.name as author, p.avatar_file_id as "avatarFileId",
      left(o.text, 4000) as text, coalesce(o.edited_at <= ${takenAt}::timestamptz, true) as unchanged
    from posts o join threads t on t.community_id = o.community_id and t.id = o.thread_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id join people p on p.id = o.author_id
    where o.community_id = ${community.id} and o.id = any(${sql.param(ids)}::uuid[]) and o.removed_at is null and o.text <> ''
      and t.space_id = any(${sql.param(inside.map(({ id }) => id))}::uuid[])
      and not exists (select from member_settings x where x.community_id = o.community_id and x.person_id = o.author_id
        and x.key = 'inPulse' and x.value = 'false'::jsonb)
      and not ${blocks(standing.personId, sql`o.author_id`)}`);
  const nameOf = await namesIn(rows.map(({ text }) => text));
  const found = new Map(rows.map((row) => [row.id, row]));
  const shown = ({ post, figures, span }: Proof): Shown[] => {
    const row = found.get(post);
    if (!row) return [];
    const { text, unchanged, ...line } = row;
    return [{ ...line, figures, beginning: beginningOf(text, nameOf), word: unchanged ? wordAt(text, span) : null }];
  };
  return Object.fromEntries(
    elementNames.map((name) => [name, result.elements[name].evidence.flatMap(shown)]),
  ) as Evidence;
}

/** Nothing that somebody hid in a spoiler. */
const wordAt = (text: string, span: Proof["span"]) =>
  (span && !text.includes("||") && text.slice(span[0], span[1]).trim()) || null;

export type Somebody = { id: string; name: string; avatarFileId: string | null };

/** Who stands in the figure of ties by name: members who show what they take part in. Outside nobody is named. */
export async function peopleInTies(access: PulseAccess, { result }: Snapshot): Promise<Map<string, Somebody>> {
  const { community, standing, pulse } = access;
  if (pulse === "public") return new Map();
  const ids = [...new Set([...result.ties, ...result.lapsing].flatMap(({ a, b }) => [a, b]))];
  const { rows } = await db().execute<Somebody>(sql`
    select p.id, p.name, p.avatar_file_id as "avatarFileId"
    from memberships m join people p on p.id = m.person_id
    where m.community_id = ${community.id} and m.person_id = any(${sql.param(ids)}::uuid[]) and p.name is not null
      and (m.person_id = ${standing.personId} or ${shows("activityShown")}) and ${shows("inPulse")}
      and not ${blocks(standing.personId, sql`m.person_id`)}`);
  return new Map(rows.map((row) => [row.id, row]));
}

export type Run = {
  state: (typeof pulseRunStates)[number];
  askedAt: string;
  finishedAt: string | null;
  postsRead: number;
  postsAll: number | null;
};

/** The last time it was taken, or is being taken. */
export async function lastRun({ community }: DeskAccess): Promise<Run | undefined> {
  const { rows } = await db().execute<Run>(sql`
    select r.state, ${isoColumn(sql`r.asked_at`)} as "askedAt", ${isoColumn(sql`r.finished_at`)} as "finishedAt",
      r.posts_read as "postsRead", r.posts_all as "postsAll"
    from pulse_runs r where r.community_id = ${community.id} order by r.asked_at desc, r.id desc limit 1`);
  return rows[0];
}
