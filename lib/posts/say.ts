import type { Tx } from "@/db/client";
import type { ThreadWriteAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { addPoll } from "@/lib/polls/add";
import type { NewPoll } from "@/lib/polls/input";
import { spaceChannel } from "@/lib/realtime/channels";
import { announce } from "@/lib/realtime/publish";
import type { Understood } from "@/lib/references/keep";
import { addPost } from "./add";

// Its own file because two commands end in it: an answer that is sent, and one that waited for a moderator.

interface Said {
  said: Understood;
  answersId?: string;
  poll?: NewPoll;
  at?: Date;
}

/** @returns also who was told of it, to be disturbed at the end */
export async function sayInThread(tx: Tx, access: ThreadWriteAccess, { said, answersId, poll, at }: Said) {
  const { community, space, thread, personId, standing } = access;
  const act = { communityId: community.id, spaceId: space.id, threadId: thread.id, actorId: personId, at };
  const { id, position, told } = await addPost(tx, {
    ...act,
    said,
    answersId,
    moderates: may.moderate(standing, space),
  });
  if (poll) await addPoll(tx, { ...act, zone: community.zone, postId: id, poll });
  await announce(tx, {
    communityId: community.id,
    channel: spaceChannel(space.id),
    name: "post.added",
    ids: { thread: thread.id, post: id, position },
  });
  return { postId: id, position, told };
}
