import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { EventIds } from "@/db/schema/events";
import type { Channel } from "./channels";
import { topics } from "./topics";

export interface Announcement {
  readonly communityId: string;
  readonly channel: Exclude<Channel, `person:${string}`>;
  /** What happened, e.g. `post.added`. */
  readonly name: string;
  /** Ids and counts, never text: whoever listens looks the rest up as themselves. */
  readonly ids: EventIds;
}

/**
 * Adds an event within the transaction of the change; it is sent once that has committed. Call it last: the channel's
 * row stays locked until the commit, which is what makes the order of events the order of commits. Who announces on two
 * channels takes the space before the community, always, or two writers wait for each other.
 */
export async function announce(tx: Tx, { communityId, channel, name, ids }: Announcement): Promise<void> {
  demandIds(ids);
  await tx.execute(sql`
    with head as (
      insert into channel_heads (community_id, channel, last_seq) values (${communityId}, ${channel}, 1)
      on conflict (community_id, channel) do update set last_seq = channel_heads.last_seq + 1
      returning last_seq
    ), event as (
      insert into events (community_id, channel, seq, kind, subject)
      select ${communityId}::uuid, ${channel}, last_seq, ${name}, ${JSON.stringify(ids)}::jsonb from head
    )
    select pg_notify(${topics.events}, ${`${communityId}:${channel}:`}::text || last_seq) from head`);
}

/** To one person, wherever they are. */
export const announceToPerson = (tx: Tx, { personId, name, ids }: { personId: string; name: string; ids: EventIds }) =>
  announceToPeople(tx, { people: [personId], name, ids });

/** To some, each wherever they are; after every channel of a space or community, since access is taken away in that order. */
export async function announceToPeople(
  tx: Tx,
  { people, name, ids }: { people: readonly string[]; name: string; ids: EventIds },
): Promise<void> {
  demandIds(ids);
  if (people.length === 0) return;
  await tx.execute(sql`
    with head as (
      insert into person_heads (person_id, last_seq) select p, 1 from unnest(${sql.param([...people].sort())}::uuid[]) p
      on conflict (person_id) do update set last_seq = person_heads.last_seq + 1
      returning person_id, last_seq
    ), event as (
      insert into person_events (person_id, seq, kind, subject)
      select person_id, last_seq, ${name}, ${JSON.stringify(ids)}::jsonb from head
    )
    select pg_notify(${topics.events}, 'person:' || person_id || ':' || last_seq) from head`);
}

/**
 * Somebody may no longer listen to this channel: the epoch rises, so nothing more is said under the old name, and that
 * person's connections on it are ended. Call it in the transaction that takes the access away, once for each channel.
 */
export async function revokeAccess(
  tx: Tx,
  { communityId, channel, personId }: { communityId: string; channel: Announcement["channel"]; personId: string },
): Promise<void> {
  await tx.execute(sql`
    with head as (
      insert into channel_heads (community_id, channel, epoch) values (${communityId}, ${channel}, 2)
      on conflict (community_id, channel) do update set epoch = channel_heads.epoch + 1
      returning epoch
    )
    select pg_notify(${topics.revoke}, ${`${communityId}:${channel}:`}::text || epoch || ${`:${personId}`}::text) from head`);
}

/** All of a person's connections end: signed out everywhere, suspended, password changed. */
export async function endConnections(tx: Tx, personId: string): Promise<void> {
  await tx.execute(sql`
    with head as (
      insert into person_heads (person_id, epoch) values (${personId}, 2)
      on conflict (person_id) do update set epoch = person_heads.epoch + 1
      returning epoch
    )
    select pg_notify(${topics.revoke}, ${`person:${personId}:`}::text || epoch || ${`:${personId}`}::text) from head`);
}

function demandIds(ids: EventIds) {
  const unfit = Object.entries(ids).find(([, id]) => typeof id === "string" && !/^[A-Za-z0-9_-]{1,64}$/.test(id));
  if (unfit) throw new Error(`An event carries ids only; "${unfit[0]}" is none.`);
}
