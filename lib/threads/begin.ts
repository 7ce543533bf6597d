import type { Tx } from "@/db/client";
import { threads } from "@/db/schema";
import type { SpaceWriteAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { addPoll } from "@/lib/polls/add";
import type { NewPoll } from "@/lib/polls/input";
import { addPost } from "@/lib/posts/add";
import { spaceChannel } from "@/lib/realtime/channels";
import { announce } from "@/lib/realtime/publish";
import type { Understood } from "@/lib/references/keep";
import { putTags } from "@/lib/tags/put";

// Its own file because two commands end in it: a thread that is sent, and one that waited for a moderator.

interface Begun {
  title: string;
  said: Understood;
  tags?: readonly string[];
  poll?: NewPoll;
  at?: Date;
}

/** A thread begins with its first post. @returns also who was told of it, to be disturbed at the end */
export async function beginThread(tx: Tx, access: SpaceWriteAccess, { title, said, tags, poll, at }: Begun) {
  const { community, space, personId } = access;
  const [thread] = await tx
    .insert(threads)
    .values({
      communityId: community.id,
      spaceId: space.id,
      title,
      authorId: personId,
      createdAt: at,
      lastPostAt: at,
    })
    .returning({ id: threads.id });
  const threadId = thread!.id;
  const act = { communityId: community.id, spaceId: space.id, actorId: personId, at };
  await record(tx, "thread started", { ...act, objectId: threadId });
  const { id: postId, told } = await addPost(tx, { ...act, threadId, said, title });
  if (poll) await addPoll(tx, { ...act, zone: community.zone, threadId, postId, poll });
  const tagged = { communityId: community.id, brandId: community.brandId, threadId };
  if (tags?.length && (await putTags(tx, { ...tagged, slugs: tags })))
    await record(tx, "thread tagged", { ...act, objectId: threadId });
  await announce(tx, {
    communityId: community.id,
    channel: spaceChannel(space.id),
    name: "thread.started",
    ids: { thread: threadId },
  });
  return { threadId, postId, told };
}
