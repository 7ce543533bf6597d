import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { notifications } from "@/db/schema";
import { askFor } from "@/lib/jobs/ask";
import { announceToPeople } from "@/lib/realtime/publish";
import type { Understood } from "@/lib/references/keep";
import { isWatched } from "@/lib/watching/watchers";
import { type Kind, kinds, strongest, told } from "./kinds";
import { recipientsAmong } from "./recipients";
import { letterOf } from "./wishes";

// Its own file because many nouns end in it: whatever tells somebody something does it here, in its own transaction.

export interface Happened {
  communityId: string;
  /** Missing for what concerns no thread. */
  threadId?: string;
  postId?: string;
  reportId?: string;
  statementId?: string;
  heldId?: string;
  actorId: string;
  /** On another day than today: then nobody is mailed or disturbed. */
  at?: Date;
}

/** Who may be told, and each with every reason that holds. */
export type Reasons = ReadonlyMap<string, readonly Kind[]>;

export const spreadKind = "notifications.spread";

/**
 * Tells each of them once, with the strongest reason they want to hear of; never oneself, nobody who may not read it, nobody
 * who muted it, or blocks whoever did it, unless moderators acted. @returns who was told, for `disturb`
 */
export async function tell(tx: Tx, happened: Happened, reasons: Reasons): Promise<string[]> {
  const { communityId, threadId, postId, reportId, statementId, heldId, actorId, at } = happened;
  const ids = [...reasons.keys()].filter((id) => id !== actorId);
  const recipients = await recipientsAmong(tx, { communityId, threadId, actorId }, ids);
  const now = new Date();
  const rows = recipients.flatMap(({ id, muted, wishes }) => {
    const wanted = reasons.get(id)!.filter((kind) => told(kind, muted) && wishes.way(kind) !== "off");
    const kind = strongest(wanted);
    if (!kind) return [];
    const { cause, about } = kinds[kind];
    const aboutIds = { post: postId, thread: threadId, report: reportId, statement: statementId, held: heldId };
    const aboutId = aboutIds[about];
    if (!aboutId) throw new Error(`A ${kind} needs the ${about} it is about.`);
    const letter = at ? undefined : letterOf(kind, wishes, now);
    return [
      {
        communityId,
        personId: id,
        kind,
        cause,
        aboutId,
        postId,
        threadId,
        reportId,
        statementId,
        heldId,
        actorId,
        createdAt: at,
        day: dayOf(communityId, at),
        ...letter,
      },
    ];
  });
  if (rows.length === 0) return [];
  // In one order whoever writes: two who tell the same people never wait for each other in a circle.
  rows.sort((a, b) => (a.personId < b.personId ? -1 : 1));
  const insert = tx.insert(notifications).values(rows);
  const again = rows[0]!.cause === "moderation";
  const made = await (again
    ? // What moderators did once more is news once more, in the place of what it undoes.
      insert.onConflictDoUpdate({ target: once, set: afresh })
    : insert.onConflictDoNothing()
  ).returning({ personId: notifications.personId });
  return made.map(({ personId }) => personId);
}

const once = [
  notifications.communityId,
  notifications.personId,
  notifications.cause,
  notifications.aboutId,
  notifications.actorId,
];
const afresh = {
  kind: sql`excluded.kind`,
  threadId: sql`excluded.thread_id`,
  createdAt: sql`excluded.created_at`,
  day: sql`excluded.day`,
  readAt: null,
  letter: sql`excluded.letter`,
  letterAt: sql`excluded.letter_at`,
  letterId: null,
};

const dayOf = (community: string, at?: Date) =>
  sql<string>`(select (coalesce(${at?.toISOString() ?? null}::timestamptz, now()) at time zone c.zone)::date from communities c where c.id = ${community})`;

/** Their open pages count again. Last in a transaction, after every other channel: see lib/realtime/publish.ts. */
export async function disturb(
  tx: Tx,
  { communityId: community, at }: Happened,
  people: readonly string[],
): Promise<void> {
  if (!at) await announceToPeople(tx, { people, name: "notification.added", ids: { community } });
}

/**
 * Of what somebody wrote: whom it answers, speaks to and quotes at once; who watches is told by a job, by the batch, since
 * those may be many.
 */
export async function tellOfPost(
  tx: Tx,
  happened: Happened & { threadId: string; postId: string },
  { answered, said }: { answered?: string; said: Pick<Understood, "mentions" | "quotes"> },
): Promise<string[]> {
  const reasons = new Map<string, Kind[]>();
  const add = (id: string, kind: Kind) => reasons.set(id, [...(reasons.get(id) ?? []), kind]);
  for (const { personId: id, quoted } of said.mentions) if (!quoted) add(id, "mention");
  if (answered) add(answered, "answer");
  for (const id of await quotedAuthors(tx, happened.communityId, said.quotes)) add(id, "quote");
  const people = await tell(tx, happened, reasons);
  const { communityId: community, threadId, postId } = happened;
  if (await isWatched(tx, { communityId: community, threadId }))
    await askFor(tx, spreadKind, `${community}_${postId}`, "from the start");
  return people;
}

async function quotedAuthors(tx: Tx, community: string, quotes: readonly string[]): Promise<string[]> {
  if (quotes.length === 0) return [];
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct author_id as id from posts where community_id = ${community} and id = any(${sql.param([...quotes])}::uuid[])`);
  return rows.map(({ id }) => id);
}
