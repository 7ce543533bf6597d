import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { blocks } from "@/lib/blocks/blocked";
import { notMuted } from "@/lib/watching/level";

// Its own file because the list, the number in the bar and every mail must mean the same by what somebody may hear of now.

const raw = (name: string) => sql.raw(name);

/** Of a notification: its post and the thread `t` where that stands now. */
export const joined = (n: string, o: string): SQL => sql`
  left join posts ${raw(o)} on ${raw(o)}.community_id = ${raw(n)}.community_id and ${raw(o)}.id = ${raw(n)}.post_id
  left join threads t on t.community_id = ${raw(n)}.community_id and t.id = coalesce(${raw(o)}.thread_id, ${raw(n)}.thread_id)`;

/**
 * Whether it still holds, wherever its thread stands: what was removed, taken back or muted since is not told any more, nor what
 * somebody did whom they block; what moderators did is. What waits for them is told until one has decided. Which spaces its reader may read is asked beside this.
 */
export const holds = (n: string, o: string, personId: string): SQL => sql`(
  (t.id is null and coalesce(${raw(n)}.report_id, ${raw(n)}.statement_id, ${raw(n)}.held_id) is not null
    and (${raw(n)}.kind <> 'waits' or exists (select from held v where v.community_id = ${raw(n)}.community_id
      and v.id = ${raw(n)}.held_id and v.decision is null)))
  or ((t.posts > 0 or t.author_id = ${personId}) and (${raw(n)}.cause = 'moderation' or (
    ${raw(o)}.removed_at is null and ${raw(o)}.text <> '' and ${notMuted(personId)}
    and not ${blocks(personId, sql`${raw(n)}.actor_id`)}
    and (${raw(n)}.kind <> 'reaction' or exists (select from reactions v where v.community_id = ${raw(n)}.community_id
      and v.post_id = ${raw(n)}.post_id and v.person_id = ${raw(n)}.actor_id))
    and (${raw(n)}.kind <> 'accepted' or exists (select from thread_answers v where v.community_id = ${raw(n)}.community_id
      and v.post_id = ${raw(n)}.post_id))))))`;

/** And stands where this person reads. */
export const visible = (n: string, o: string, personId: string, spaces: readonly string[]): SQL => sql`(
  (t.id is null or t.space_id = any(${sql.param([...spaces])}::uuid[])) and ${holds(n, o, personId)})`;

/** What is shown as one line with `l`. */
export const sameLine = sql`n.community_id = l.community_id and n.person_id = l.person_id and n.thread_id = l.thread_id
  and n.kind = l.kind and n.day = l.day`;

export type Sql = Pick<Tx, "execute">;
