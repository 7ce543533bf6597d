import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { askFor } from "@/lib/jobs/ask";
import { defineJob, everyHour, everyMinute } from "@/lib/jobs/define";
import { onceAn } from "@/lib/jobs/periods";
import { enqueueMail } from "@/lib/mail/outbox";
import { dayIn, startOfDay } from "@/lib/text/zones";
import { watchersOf } from "@/lib/watching/watchers";
import type { Kind } from "./kinds";
import { disturb, spreadKind, tell } from "./tell";
import { afterQuiet } from "./times";
import { forDigest, type Letter, type Wishes, wishesOf } from "./wishes";

const batch = 500;

/** Tells who watches a thread or its space of what somebody wrote, so many at a time: the next batch is asked for with the last of this one. */
export const spreadToWatchers = defineJob({
  kind: spreadKind,
  every: everyMinute,
  run: async (tx, subject, period) => {
    const [communityId = "", postId = ""] = subject.split("_");
    const { rows } = await tx.execute<{ threadId: string; actorId: string; first: boolean; past: Date | null }>(sql`
      select thread_id as "threadId", author_id as "actorId", position = 1 as first,
        case when created_at < now() - interval '1 day' then created_at end as past
      from posts where community_id = ${communityId} and id = ${postId} and removed_at is null`);
    const [post] = rows;
    if (!post) return;
    const { threadId, actorId, first, past } = post;
    const after = /^after (.+)$/.exec(period)?.[1];
    const watchers = await watchersOf(tx, { communityId, threadId, postId }, after, batch);
    const happened = { communityId, threadId, postId, actorId, at: past ? new Date(past) : undefined };
    const kind: Kind = first ? "started" : "watched";
    await disturb(tx, happened, await tell(tx, happened, new Map(watchers.map((id) => [id, [kind]]))));
    if (watchers.length === batch) await askFor(tx, spreadKind, subject, `after ${watchers.at(-1)}`);
  },
});

/** Whose time has come. What waits, and for when, names the piece of work: something that comes late is another one. */
const dueFor = (letter: "alone" | "digest") => sql`
  select person_id as subject, md5(string_agg(id || ' ' || letter_at, ' ' order by id)) as period
  from notifications where letter = ${letter} and letter_at <= now() group by person_id order by min(letter_at) limit 500`;

type Waiting = { communityId: string; id: string; kind: Kind; threadId: string | null };

/**
 * One mail for what is of one kind and thread, as long as the person's day has room for mails; the rest waits for the digest.
 * Whether it is news still, and may be read, is asked again when the mail leaves.
 */
export const mailAlone = defineJob({
  kind: "notifications.mail",
  every: everyMinute,
  due: async (on) => (await on.execute<{ subject: string; period: string }>(dueFor("alone"))).rows,
  run: async (tx, personId) => {
    const wishes = await heldWishes(tx, personId);
    const waiting = await waitingFor(tx, personId, "alone");
    if (!wishes) return put(tx, waiting, undefined);
    const now = new Date();
    const later = afterQuiet(now, wishes.quiet);
    const by = (way: string) => waiting.filter(({ kind }) => wishes.way(kind) === way);
    await put(tx, [...by("app"), ...by("off")], undefined);
    await put(tx, by("digest"), forDigest(wishes, now));
    if (later > now) return put(tx, by("mail"), { letter: "alone", letterAt: later });
    let room = wishes.mailsADay - (await mailedToday(tx, personId, wishes, now));
    for (const together of grouped(by("mail"))) {
      if (room-- <= 0) await put(tx, together, forDigest(wishes, now));
      else {
        const { communityId, kind } = together[0]!;
        const mailing = await send(tx, together);
        await enqueueMail(tx, { personId, kind: "notice", params: { communityId, mailing, of: kind } });
      }
    }
  },
});

/** All of one person's in one mail: written down and marked in one transaction, so that it is sent once or, killed before, not yet. */
export const mailDigests = defineJob({
  kind: "notifications.digest",
  every: everyMinute,
  due: async (on) => (await on.execute<{ subject: string; period: string }>(dueFor("digest"))).rows,
  run: async (tx, personId) => {
    const wishes = await heldWishes(tx, personId);
    const waiting = await waitingFor(tx, personId, "digest");
    const now = new Date();
    const none = !wishes || wishes.rhythm.every === "never";
    const wanted = none ? [] : waiting.filter(({ kind }) => ["mail", "digest"].includes(wishes.way(kind)));
    await put(
      tx,
      waiting.filter((one) => !wanted.includes(one)),
      undefined,
    );
    if (!wishes || wanted.length === 0) return;
    // They may have chosen other quiet hours since this was put off until now.
    const later = afterQuiet(now, wishes.quiet);
    if (later > now) return put(tx, wanted, { letter: "digest", letterAt: later });
    await enqueueMail(tx, { personId, kind: "digest", params: { mailing: await send(tx, wanted) } });
  },
});

/** What was read is kept a season, and nothing longer than half a year. */
export const tidyNotifications = defineJob({
  kind: "notifications.tidy",
  every: everyHour,
  due: onceAn("day"),
  run: async (tx) => {
    await tx.execute(sql`
      delete from notifications where created_at < now() - interval '180 days'
        or (created_at < now() - interval '90 days' and read_at is not null)`);
  },
});

/** The person's row stays held: what they are mailed is counted by one at a time. Nothing for who cannot be mailed. */
async function heldWishes(tx: Tx, personId: string): Promise<Wishes | undefined> {
  const { rows } = await tx.execute<{ zone: string | null }>(sql`
    select coalesce(p.zone, (select c.zone from communities c join memberships m on m.community_id = c.id
      where m.person_id = p.id order by m.joined_at limit 1)) as zone
    from people p where p.id = ${personId} and p.state = 'active' and p.email_verified_at is not null for update of p`);
  return rows[0] && wishesOf({ personId }, rows[0].zone ?? "UTC", tx);
}

/** What is still unread and due; what was read meanwhile waits for nothing more. */
async function waitingFor(tx: Tx, personId: string, letter: Letter["letter"]): Promise<Waiting[]> {
  const { rows } = await tx.execute<Waiting>(sql`
    select n.community_id as "communityId", n.id, n.kind, n.thread_id as "threadId" from notifications n
    where n.person_id = ${personId} and n.letter = ${letter} and n.letter_at <= now() and n.read_at is null
    order by n.letter_at, n.created_at, n.id limit 5000 for update`);
  return rows;
}

async function put(tx: Tx, some: readonly Waiting[], into: Letter | undefined): Promise<void> {
  if (some.length === 0) return;
  await tx.execute(sql`
    update notifications set letter = ${into?.letter ?? null}, letter_at = ${into?.letterAt.toISOString() ?? null}::timestamptz
    where ${among(some)}`);
}

/** @returns the id of the mail they are in now */
async function send(tx: Tx, some: readonly Waiting[]): Promise<string> {
  const mailing = randomUUID();
  await tx.execute(
    sql`update notifications set letter = null, letter_at = null, letter_id = ${mailing} where ${among(some)}`,
  );
  return mailing;
}

const among = (some: readonly Waiting[]) => sql`(community_id, id) in (select * from unnest(
  ${sql.param(some.map(({ communityId }) => communityId))}::uuid[], ${sql.param(some.map(({ id }) => id))}::uuid[]))`;

/** The oldest thread first, each kind by itself: a mail is ended by its kind. */
function grouped(waiting: readonly Waiting[]): Waiting[][] {
  const groups = new Map<string, Waiting[]>();
  for (const one of waiting) {
    const key = `${one.communityId} ${one.threadId} ${one.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

async function mailedToday(tx: Tx, personId: string, { quiet }: Wishes, now: Date): Promise<number> {
  const since = startOfDay(dayIn(now, quiet.zone), quiet.zone);
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from outbox where person_id = ${personId} and kind = 'notice' and created_at >= ${since.toISOString()}::timestamptz`);
  return rows[0]?.n ?? 0;
}
