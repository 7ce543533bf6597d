import {
  openSpace,
  openSpaceToWrite,
  openThread,
  openThreadToManage,
  openThreadToMove,
  openThreadToWrite,
} from "@/lib/access/gate";
import { writePost } from "@/lib/posts/commands";
import { startThread } from "@/lib/threads/commands";
import { lockThread, moveThread, pinThread } from "@/lib/threads/ordering/commands";
import { splitThread } from "@/lib/threads/ordering/split";
import { leading, readingInsiders, readingMembers, type Who } from "./principals";
import { asPerson, newKey } from "./principals-make";
import type { Talks } from "./principals-talk";

/** Threads among members that moderators put in order. */
export interface Ordered {
  /** Begun by the member, and locked. */
  readonly locked: { id: string; title: string; post: string };
  /** Posts of it went to insiders: its mark names a thread that members may not read. */
  readonly parted: { id: string; title: string };
}

interface Order {
  readonly community: string;
  readonly rooms: Record<keyof Talks, { slug: string }>;
  readonly talk: Talks;
  readonly manager: string;
  readonly member: string;
  readonly mark: (what: string, readers: Who, met?: Who) => string;
}

export async function putInOrder({ community, rooms, talk, manager, member, mark }: Order): Promise<Ordered> {
  const as = (personId: string) => asPerson(personId, community);
  const manage = async (id: string) => openThreadToManage(await openThread(await as(manager), id));
  const start = async (title: string, text: string) => {
    const found = await openSpace(await as(member), rooms.members.slug);
    if (!("inside" in found)) throw new Error("Members talk there.");
    return startThread(openSpaceToWrite(found.inside), { title, text }, newKey());
  };
  const among = (what: string) => mark(what, readingMembers);

  const locked = { title: among("a locked title"), text: among("said before the lock") };
  const { threadId: id, postId: post } = await start(locked.title, locked.text);
  await lockThread(await manage(id), { why: among("why it is locked") }, newKey());

  const title = among("a parted title");
  const { threadId: parted } = await start(title, among("what stayed"));
  const { postId } = await writePost(
    openThreadToWrite(await openThread(await as(member), parted)),
    { text: mark("what went to insiders", readingInsiders) },
    newKey(),
  );
  const inside = mark("a title that went to insiders", readingInsiders);
  const split = await splitThread(await manage(parted), { title: inside, posts: [postId] }, newKey());
  await moveThread(await openThreadToMove(await manage(split.threadId), rooms.insiders.slug), {}, newKey());
  // On the front page for those who read it there, and for nobody else.
  await pinThread(await manage(talk.insiders.thread.id), { place: "front", days: null }, newKey());
  await pinThread(await manage(talk.members.thread.id), { place: "space", days: 7 }, newKey());
  return { locked: { id, title: locked.title, post }, parted: { id: parted, title } };
}

/** Who moderates among members. */
export const ordering: Who = ["moderator", ...leading];
