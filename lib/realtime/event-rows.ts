import type { EventIds } from "@/db/schema/events";
import type { Channel } from "./channels";
import type { Line } from "./line";
import type { EventNote, Place, RevokeNote } from "./topics";

export interface SentEvent extends Place {
  readonly epoch: number;
  readonly seq: number;
  readonly name: string;
  readonly ids: EventIds;
}

export interface Head extends Place {
  readonly epoch: number;
  readonly seq: number;
}

interface Row {
  community_id: string | null;
  channel: Channel;
  epoch: number;
  seq: string;
  kind: string;
  subject: EventIds;
}

const columns = `e.seq, e.kind, e.subject, h.epoch`;
const inCommunity = `SELECT e.community_id, e.channel, ${columns} FROM events e JOIN channel_heads h USING (community_id, channel)`;
const ofPerson = `SELECT NULL::uuid AS community_id, 'person:' || e.person_id AS channel, ${columns}
  FROM person_events e JOIN person_heads h USING (person_id)`;

/** The named events, in order. With `claim` only those that no other process has taken to send. */
export async function readEvents(line: Line, notes: readonly EventNote[], claim: boolean): Promise<SentEvent[]> {
  const shared = notes.filter((note) => note.communityId !== undefined);
  const own = notes.filter((note) => note.communityId === undefined);
  const seqs = (list: readonly EventNote[]) => list.map((note) => note.seq);
  const rows: Row[] = [];
  if (shared.length > 0) {
    const named = `(e.community_id, e.channel, e.seq) IN (SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[]))`;
    const values = [shared.map((note) => note.communityId), shared.map((note) => note.channel), seqs(shared)];
    rows.push(...(await line.query<Row>(claim ? claimInCommunity(named) : `${inCommunity} WHERE ${named}`, values)));
  }
  if (own.length > 0) {
    const named = `(e.person_id, e.seq) IN (SELECT * FROM unnest($1::uuid[], $2::bigint[]))`;
    const values = [own.map((note) => note.channel.slice("person:".length)), seqs(own)];
    rows.push(...(await line.query<Row>(claim ? claimOfPerson(named) : `${ofPerson} WHERE ${named}`, values)));
  }
  return rows.map(toEvent).sort((a, b) => a.seq - b.seq);
}

/** Recent events that nobody has sent, because every process was deaf or down. */
export async function claimForgotten(line: Line): Promise<SentEvent[]> {
  const recent = `e.created_at > now() - interval '5 minutes'`;
  const rows = [
    ...(await line.query<Row>(claimInCommunity(recent), [])),
    ...(await line.query<Row>(claimOfPerson(recent), [])),
  ];
  return rows.map(toEvent).sort((a, b) => a.seq - b.seq);
}

const claimInCommunity = (which: string) => `UPDATE events e SET sent_at = now() FROM channel_heads h
  WHERE ${which} AND e.sent_at IS NULL AND h.community_id = e.community_id AND h.channel = e.channel
  RETURNING e.community_id, e.channel, ${columns}`;
const claimOfPerson = (which: string) => `UPDATE person_events e SET sent_at = now() FROM person_heads h
  WHERE ${which} AND e.sent_at IS NULL AND h.person_id = e.person_id
  RETURNING NULL::uuid AS community_id, 'person:' || e.person_id AS channel, ${columns}`;

/** True for the one process that is to tell listeners of this epoch. */
export async function claimEpoch(line: Line, note: RevokeNote): Promise<boolean> {
  const rows = note.communityId
    ? await line.query(
        `UPDATE channel_heads SET told_epoch = $3 WHERE community_id = $1 AND channel = $2 AND told_epoch < $3 RETURNING 1`,
        [note.communityId, note.channel, note.epoch],
      )
    : await line.query(`UPDATE person_heads SET told_epoch = $2 WHERE person_id = $1 AND told_epoch < $2 RETURNING 1`, [
        note.channel.slice("person:".length),
        note.epoch,
      ]);
  return rows.length > 0;
}

export async function readHeads(line: Line, channels: readonly Channel[]): Promise<Head[]> {
  const people = channels.filter((name) => name.startsWith("person:")).map((name) => name.slice("person:".length));
  const rows = await line.query<Omit<Row, "kind" | "subject">>(
    `SELECT community_id, channel, epoch, last_seq AS seq FROM channel_heads WHERE channel = ANY($1::text[])
     UNION ALL SELECT NULL, 'person:' || person_id, epoch, last_seq FROM person_heads WHERE person_id = ANY($2::uuid[])`,
    [channels, people],
  );
  return rows.map((row) => ({ ...placeOf(row), epoch: row.epoch, seq: Number(row.seq) }));
}

const placeOf = (row: Pick<Row, "community_id" | "channel">): Place => ({
  communityId: row.community_id ?? undefined,
  channel: row.channel,
});

function toEvent(row: Row): SentEvent {
  return { ...placeOf(row), epoch: row.epoch, seq: Number(row.seq), name: row.kind, ids: row.subject };
}
