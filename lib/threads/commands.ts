import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { threadPeople, threads } from "@/db/schema";
import type {
  MemberInsideAccess,
  SpaceAccess,
  SpaceWriteAccess,
  ThreadReaderAccess,
  ThreadRenameAccess,
} from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { forgetSent } from "@/lib/drafts/sent";
import { holdBack, refuseChange } from "@/lib/moderation/held/hold";
import { countAct } from "@/lib/moderation/limits/count";
import { readInSpaces, readInThread } from "@/lib/notifications/read";
import { disturb } from "@/lib/notifications/tell";
import { attachPictures } from "@/lib/pictures/commands";
import { spaceChannel } from "@/lib/realtime/channels";
import { announce } from "@/lib/realtime/publish";
import { understand } from "@/lib/references/keep";
import { keepTitle } from "@/lib/search/keep";
import { putTags } from "@/lib/tags/put";
import { when, write } from "@/lib/write";
import { beginThread } from "./begin";
import type { keepUnreadInput, markAllReadInput, readUpToInput, renameThreadInput, startThreadInput } from "./input";
import { notReadToItsEnd } from "./unread";

type More = { key: string };

const ofCommunity = ({ community }: SpaceAccess) => ({ communityId: community.id, brandId: community.brandId });

/** What a moderator looks at first is no thread yet: then `held` says what it is instead, and there is no other id. */
export async function startThread(
  access: SpaceWriteAccess,
  { title, text: typed, tags, poll, draft, ...sent }: Omit<z.infer<typeof startThreadInput>, "space">,
  { key }: More,
): Promise<{ threadId: string; postId: string; held?: string }> {
  const { community, space, personId } = access;
  const { text, sent: pictures } = await attachPictures(access, typed, sent);
  const content = {
    communityId: community.id,
    spaceId: space.id,
    title,
    text: typed,
    tags: tags?.length ? tags : undefined,
    poll,
    pictures,
  };
  return write(access, key, "threads.start", content, async (tx) => {
    await countAct(tx, access, "threads");
    const said = await understand(tx, access, text);
    const mine = { communityId: community.id, personId, kind: "thread", place: space.id } as const;
    await forgetSent(tx, { ...mine, revision: draft, text: typed });
    const held = await holdBack(tx, access, { said, title, tags, poll });
    if (held) return { threadId: "", postId: "", held };
    const { told, ...begun } = await beginThread(tx, access, { title, said, tags, poll, at: when(access) });
    await disturb(tx, ...told);
    return begun;
  });
}

/** Its title, and its tags where they are given; none at all takes them off. */
export async function renameThread(
  access: ThreadRenameAccess,
  { title, tags }: Omit<z.infer<typeof renameThreadInput>, "thread">,
  { key }: More,
): Promise<{ threadId: string }> {
  const { community, space, thread, personId } = access;
  const content = { communityId: community.id, threadId: thread.id, title, tags };
  return write(access, key, "threads.rename", content, async (tx) => {
    const worded = (one: string, slugs: readonly string[] = []) => ({ words: [one, ...slugs].join("\n") });
    const tagged = thread.tags.map(({ slug }) => slug);
    await refuseChange(tx, access, worded(thread.title, tagged), worded(title, tags ?? tagged));
    await tx
      .update(threads)
      .set({ title })
      .where(and(eq(threads.communityId, community.id), eq(threads.id, thread.id)));
    const act = {
      communityId: community.id,
      spaceId: space.id,
      actorId: personId,
      objectId: thread.id,
      subjectId: thread.authorId,
      at: when(access),
    };
    if (title !== thread.title) {
      await keepTitle(tx, community.id, thread.id);
      await record(tx, "thread renamed", act);
    }
    if (tags && (await putTags(tx, { ...ofCommunity(access), threadId: thread.id, slugs: tags })))
      await record(tx, "thread tagged", act);
    await announce(tx, {
      communityId: community.id,
      channel: spaceChannel(space.id),
      name: "thread.renamed",
      ids: { thread: thread.id },
    });
    return { threadId: thread.id };
  });
}

/** How far somebody has read, on whatever device: it only ever grows, and never beyond what is there. */
export async function readUpTo(
  access: ThreadReaderAccess,
  { position }: Pick<z.infer<typeof readUpToInput>, "position">,
  { key }: More,
): Promise<{ position: number }> {
  const { community, thread, personId } = access;
  const content = { communityId: community.id, threadId: thread.id, position };
  return write(access, key, "threads.readUpTo", content, async (tx) => {
    const reached = Math.min(position, thread.lastPosition);
    await tx
      .insert(threadPeople)
      .values({
        communityId: community.id,
        threadId: thread.id,
        personId,
        readPosition: reached,
        readAt: when(access) ?? sql`now()`,
      })
      .onConflictDoUpdate({
        target: [threadPeople.communityId, threadPeople.threadId, threadPeople.personId],
        set: {
          readPosition: sql`greatest(${threadPeople.readPosition}, ${reached})`,
          readAt: when(access) ?? sql`now()`,
        },
      });
    await readInThread(tx, access, reached);
    return { position: reached };
  });
}

/** Unread again from this post on: the one way in which reading goes back. */
export async function keepUnreadFrom(
  access: ThreadReaderAccess,
  { position }: Pick<z.infer<typeof keepUnreadInput>, "position">,
  { key }: More,
): Promise<{ position: number }> {
  const { community, thread, personId } = access;
  const content = { communityId: community.id, threadId: thread.id, position };
  return write(access, key, "threads.keepUnreadFrom", content, async (tx) => {
    const readPosition = Math.min(position, thread.lastPosition) - 1;
    const readAt = when(access) ?? sql`now()`;
    await tx
      .insert(threadPeople)
      .values({ communityId: community.id, threadId: thread.id, personId, readPosition, readAt })
      .onConflictDoUpdate({
        target: [threadPeople.communityId, threadPeople.threadId, threadPeople.personId],
        set: { readPosition, readAt },
      });
    return { position: readPosition };
  });
}

/** Everything that stood in a list when it was made; one statement, however many threads there are. */
export async function markAllRead(
  access: MemberInsideAccess,
  { until }: Pick<z.infer<typeof markAllReadInput>, "until">,
  { key }: More,
): Promise<{ threads: number }> {
  const { community, inside, personId } = access;
  const content = { communityId: community.id, spaces: inside.map(({ id }) => id), until };
  return write(access, key, "threads.markAllRead", content, async (tx) => {
    const { rowCount } = await tx.execute(sql`
      insert into thread_people (community_id, thread_id, person_id, read_position, read_at)
      select t.community_id, t.id, ${personId}, t.last_position, coalesce(${when(access)?.toISOString() ?? null}::timestamptz, now())
      from threads t
      left join memberships m on m.community_id = t.community_id and m.person_id = ${personId}
      left join thread_people r on r.community_id = t.community_id and r.thread_id = t.id and r.person_id = ${personId}
      where t.community_id = ${community.id} and t.space_id = any(${sql.param(inside.map(({ id }) => id))}::uuid[])
        and t.posts > 0 and t.last_post_at <= ${until}::timestamptz and ${notReadToItsEnd}
      on conflict (community_id, thread_id, person_id) do update
        set read_position = greatest(thread_people.read_position, excluded.read_position), read_at = excluded.read_at`);
    await readInSpaces(tx, access, until);
    return { threads: rowCount ?? 0 };
  });
}
