import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { threadPins, threads } from "@/db/schema";
import type { ThreadManageAccess, ThreadMoveAccess } from "@/lib/access/gate";
import { opensUp } from "@/lib/access/policy";
import { record } from "@/lib/activity/record";
import type { communityVerbs } from "@/lib/activity/verbs";
import { refuse } from "@/lib/errors";
import { spaceChannel } from "@/lib/realtime/channels";
import { announce } from "@/lib/realtime/publish";
import { moveWords } from "@/lib/search/keep";
import { when, write } from "@/lib/write";
import { lockThreads } from "../lock";
import type { lockThreadInput, moveThreadInput, pinThreadInput, unpinThreadInput } from "./input";

type More = { key: string };
type Done = Promise<{ threadId: string }>;

/** Nobody but moderators answers or edits there from now on; everybody reads why. */
export async function lockThread(
  access: ThreadManageAccess,
  { why }: Pick<z.infer<typeof lockThreadInput>, "why">,
  { key }: More,
): Done {
  const { thread, personId } = access;
  return write(access, key, "ordering.lock", { threadId: thread.id, why }, async (tx) => {
    const locked = { lockedAt: when(access) ?? sql`now()`, lockedBy: personId, lockedWhy: why };
    const [changed] = await tx
      .update(threads)
      .set(locked)
      .where(and(here(access), isNull(threads.lockedAt)))
      .returning({ id: threads.id });
    if (!changed) throw refuse.conflict("ordering.lockedAlready");
    return told(tx, access, "thread locked", "thread.locked");
  });
}

export async function unlockThread(access: ThreadManageAccess, _: object, { key }: More): Done {
  return write(access, key, "ordering.unlock", { threadId: access.thread.id }, async (tx) => {
    const [changed] = await tx
      .update(threads)
      .set({ lockedAt: null, lockedBy: null, lockedWhy: null })
      .where(and(here(access), isNotNull(threads.lockedAt)))
      .returning({ id: threads.id });
    if (!changed) throw refuse.conflict("ordering.notLocked");
    return told(tx, access, "thread unlocked", "thread.unlocked");
  });
}

const placeOf = ({ community, space }: ThreadManageAccess, place: "space" | "front") =>
  place === "space" ? space.id : community.id;

/** First in its list, among five at the most: the slots are numbered, so the sixth finds none whoever comes at once. */
export async function pinThread(
  access: ThreadManageAccess,
  { place, days }: Omit<z.infer<typeof pinThreadInput>, "thread">,
  { key }: More,
): Done {
  const { community, space, thread, personId } = access;
  const placeId = placeOf(access, place);
  return write(access, key, "ordering.pin", { threadId: thread.id, place, days }, async (tx) => {
    // Whoever pins waits here for who pins in the same place.
    await tx.execute(
      place === "space"
        ? sql`select 1 from spaces where community_id = ${community.id} and id = ${space.id} for no key update`
        : sql`select 1 from communities where id = ${community.id} for no key update`,
    );
    await lockThreads(tx, community.id, [access]);
    const inPlace = and(eq(threadPins.communityId, community.id), eq(threadPins.placeId, placeId));
    await tx.delete(threadPins).where(and(inPlace, sql`${threadPins.endsAt} <= now()`));
    const from = sql`coalesce(${when(access)?.toISOString() ?? null}::timestamptz, now())`;
    const { rows } = await tx.execute(sql`
      insert into thread_pins (community_id, thread_id, place_id, slot, pinned_by, pinned_at, ends_at)
      select ${community.id}, ${thread.id}, ${placeId}, n, ${personId}, ${from}, ${from} + make_interval(days => ${days}::int)
      from generate_series(1, 5) n where not exists (select from thread_pins k
        where k.community_id = ${community.id} and k.place_id = ${placeId} and k.slot = n and k.thread_id <> ${thread.id})
      order by n limit 1
      on conflict (community_id, thread_id, place_id)
      do update set pinned_by = excluded.pinned_by, pinned_at = excluded.pinned_at, ends_at = excluded.ends_at
      returning slot`);
    if (rows.length === 0) throw refuse.conflict("ordering.pinsFull");
    return told(tx, access, "thread pinned", "thread.pinned");
  });
}

export async function unpinThread(
  access: ThreadManageAccess,
  { place }: Omit<z.infer<typeof unpinThreadInput>, "thread">,
  { key }: More,
): Done {
  const { community, thread } = access;
  return write(access, key, "ordering.unpin", { threadId: thread.id, place }, async (tx) => {
    const [gone] = await tx
      .delete(threadPins)
      .where(
        and(
          eq(threadPins.communityId, community.id),
          eq(threadPins.threadId, thread.id),
          eq(threadPins.placeId, placeOf(access, place)),
        ),
      )
      .returning({ id: threadPins.threadId });
    if (!gone) throw refuse.conflict("ordering.notPinned");
    return told(tx, access, "thread unpinned", "thread.unpinned");
  });
}

/** To another space, whose audience is its audience from then on. */
export async function moveThread(
  access: ThreadMoveAccess,
  { sure }: Pick<z.infer<typeof moveThreadInput>, "sure">,
  { key }: More,
): Done {
  const { community, space, thread, to, personId } = access;
  if (opensUp(space, to) && !sure) throw refuse.invalid({ sure: "ordering.sureRequired" });
  return write(access, key, "ordering.move", { threadId: thread.id, to: to.id, sure }, async (tx) => {
    await lockThreads(tx, community.id, [access]);
    await tx.update(threads).set({ spaceId: to.id }).where(here(access));
    await moveWords(tx, community.id, [thread.id]);
    await tx
      .delete(threadPins)
      .where(
        and(
          eq(threadPins.communityId, community.id),
          eq(threadPins.threadId, thread.id),
          eq(threadPins.placeId, space.id),
        ),
      );
    const act = { communityId: community.id, actorId: personId, objectId: thread.id, at: when(access) };
    await record(tx, "thread moved", { ...act, spaceId: to.id, subjectId: thread.authorId });
    const moved = { communityId: community.id, name: "thread.moved", ids: { thread: thread.id } };
    // In one order whichever way a thread goes, or two that cross would wait for each other.
    for (const channel of [spaceChannel(space.id), spaceChannel(to.id)].sort())
      await announce(tx, { ...moved, channel });
    return { threadId: thread.id };
  });
}

/** The thread, where the proof says it stands. */
const here = ({ community, space, thread }: ThreadManageAccess) =>
  and(
    eq(threads.communityId, community.id),
    eq(threads.id, thread.id),
    eq(threads.spaceId, space.id),
    isNull(threads.mergedInto),
  );

async function told(tx: Tx, access: ThreadManageAccess, verb: keyof typeof communityVerbs, name: string): Done {
  const { community, space, thread, personId } = access;
  await record(tx, verb, {
    communityId: community.id,
    spaceId: space.id,
    actorId: personId,
    objectId: thread.id,
    subjectId: thread.authorId === personId ? undefined : thread.authorId,
    at: when(access),
  });
  const channel = spaceChannel(space.id);
  await announce(tx, { communityId: community.id, channel, name, ids: { thread: thread.id } });
  return { threadId: thread.id };
}
