import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { OwnPollAccess, ThreadAccess } from "@/lib/access/gate";
import { postsAPage } from "@/lib/posts/pages";

/** How many of those who voted for something are named; the rest is a number. */
const named = 30;

export type PollOption = {
  id: string;
  label: string;
  /** Null as long as the results are not for this viewer. */
  votes: number | null;
  /** Who voted for it, where that is open and the results are shown; null names somebody who is gone. */
  people: (string | null)[];
  mine: boolean;
};
export type PollLine = {
  id: string;
  postId: string;
  authorId: string;
  question: string;
  most: number;
  ballot: "open" | "secret";
  results: "always" | "voted" | "closed";
  closesAt: string | null;
  closed: boolean;
  voters: number;
  /** This viewer has a ballot in it. */
  voted: boolean;
  /** Whether the results are for this viewer now. */
  shown: boolean;
  options: PollOption[];
};

/**
 * The polls in the posts of one page, with what this viewer chose: one query, and none where a thread has no poll. Those of
 * removed posts are gone with them. Who voted in a secret poll is never even read.
 */
export async function pollsOf(access: ThreadAccess, page: number): Promise<PollLine[]> {
  const { community, thread, viewer } = access;
  if (!thread.hasPolls) return [];
  const from = (page - 1) * postsAPage;
  const { rows } = await db().execute<PollLine>(sql`
    select d.id, d.post_id as "postId", d.author_id as "authorId", d.question, d.most, d.ballot, d.results,
      ${isoColumn(sql`d.closes_at`)} as "closesAt", s.closed, d.voters, s.voted, s.shown, o.options
    from posts p join decisions d on d.community_id = p.community_id and d.post_id = p.id
    left join ballots b on b.community_id = d.community_id and b.decision_id = d.id and b.person_id = ${viewer.personId}
    cross join lateral (select ${closed} as closed, b.id is not null as voted,
      (d.results = 'always' or ${closed} or (d.results = 'voted' and b.id is not null)) as shown) s
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', x.id, 'label', x.label, 'votes', case when s.shown then x.votes end,
        'people', case when s.shown and d.ballot = 'open' then ${peopleFor} else '[]'::jsonb end,
        'mine', exists (select from ballot_choices c where c.community_id = x.community_id and c.decision_id = x.decision_id
          and c.ballot_id = b.id and c.option_id = x.id)) order by x.position) as options
      from decision_options x where x.community_id = d.community_id and x.decision_id = d.id) o
    where p.community_id = ${community.id} and p.thread_id = ${thread.id} and p.removed_at is null
      and p.position > ${from} and p.position <= ${from + postsAPage}`);
  return rows;
}

const closed: SQL = sql`(d.closed_at is not null or coalesce(d.closes_at <= now(), false))`;

const peopleFor: SQL = sql`(
  select coalesce(jsonb_agg(w.name), '[]'::jsonb) from (
    select n.name from ballot_choices c
    join ballots v on v.community_id = c.community_id and v.decision_id = c.decision_id and v.id = c.ballot_id
    join people n on n.id = v.person_id
    where c.community_id = x.community_id and c.decision_id = x.decision_id and c.option_id = x.id
    order by v.cast_at, v.id limit ${named}) w)`;

/** What its author gets to correct. */
export async function pollToCorrect({
  community,
  poll,
}: OwnPollAccess): Promise<{ question: string; options: string[] }> {
  const { rows } = await db().execute<{ question: string; options: string[] }>(sql`
    select d.question, array(select o.label from decision_options o where o.community_id = d.community_id and o.decision_id = d.id
      order by o.position) as options
    from decisions d where d.community_id = ${community.id} and d.id = ${poll.id}`);
  return rows[0]!;
}
