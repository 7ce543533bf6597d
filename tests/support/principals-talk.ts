import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  openAnswer,
  openDesk,
  openMember,
  openOwnPost,
  openPost,
  openPostReader,
  openPostRemoval,
  openReaction,
  openSpace,
  openSpaceToWrite,
  openThread,
  openThreadToWrite,
  openVisitor,
} from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { acceptAnswer } from "@/lib/answers/commands";
import { keepPost, noteBookmark } from "@/lib/bookmarks/commands";
import { draftPicture } from "@/lib/files/commands";
import { postPictureLimits } from "@/lib/files/pictures";
import type { NewPoll } from "@/lib/polls/input";
import { editPost, removePost, writePost } from "@/lib/posts/commands";
import { react } from "@/lib/reactions/commands";
import { renameTag } from "@/lib/tags/commands";
import { startThread } from "@/lib/threads/commands";
import { plain } from "../unit/files/pictures";
import { leading, readingInsiders, readingMembers, type Who } from "./principals";
import { asPerson, newKey } from "./principals-make";

/** What is said in one room: by whom is for the world to say. */
export interface Talk {
  readonly thread: { id: string; title: string };
  /** Its only post was taken back by who spoke first in the room. */
  readonly emptied: string;
  /** Among members `answer` answers the thread, the insider loves `first` and the member keeps it. `first` opens the thread and was edited once; `removed` by a moderator; `takenBack` by its author. */
  readonly posts: Record<"first" | "removed" | "takenBack" | "answer", string>;
  /** Shown in `first`. */
  readonly picture: string;
  /** In the posts of these names. */
  readonly polls: Record<"first" | "removed", PollIds>;
  readonly tag: { id: string; slug: string; before: string };
}
export interface PollIds {
  readonly id: string;
  readonly options: string[];
}
export type Talks = Record<"announcements" | "members" | "insiders" | "hidden", Talk>;

interface Speakers {
  readonly community: string;
  readonly rooms: Record<keyof Talks, { slug: string }>;
  /** Writes what is announced. */
  readonly manager: string;
  readonly member: string;
  readonly insider: string;
  readonly moderator: string;
  readonly mark: (what: string, readers: Who, met?: Who) => string;
}

/** A thread in every room, each with words that only its readers may meet. */
export async function talkInAll(speakers: Speakers): Promise<Talks> {
  const { member, insider, manager } = speakers;
  const talks = {
    announcements: await talkIn(speakers, "announcements", undefined, manager, manager),
    members: await talkIn(speakers, "members", readingMembers, member, insider),
    insiders: await talkIn(speakers, "insiders", readingInsiders, insider, insider),
    hidden: await talkIn(speakers, "hidden", readingInsiders, insider, insider),
  };
  await quoteFromInside(speakers, talks);
  return talks;
}

/** Among members an insider quotes what was said inside: the words are told, and to others than insiders not whose they are. */
async function quoteFromInside({ community, insider, mark }: Speakers, { members, insiders }: Talks): Promise<void> {
  const thread = await openThread(await asPerson(insider, community), members.thread.id);
  const words = mark("words quoted from inside", readingMembers);
  const text = `> {post:${insiders.posts.first}}\n> ${words}\n\nSo it was said.`;
  await writePost(openThreadToWrite(thread), { text }, newKey());
}

const tagWord = { announcements: "", members: "tag members", insiders: "tag insiders", hidden: "tag hidden" } as const;

async function pollIn(postId: string): Promise<PollIds> {
  const { rows } = await db().execute<{ id: string; options: string[] }>(sql`
    select d.id, array(select o.id from decision_options o where o.decision_id = d.id order by o.position) as options
    from decisions d where d.post_id = ${postId}`);
  return rows[0]!;
}

async function tagOn(threadId: string): Promise<{ id: string; slug: string }> {
  const { rows } = await db().execute<{ id: string; slug: string }>(
    sql`select g.id, g.slug from tags g join thread_tags x on x.tag_id = g.id where x.thread_id = ${threadId}`,
  );
  return rows[0]!;
}

export async function toldOf(personId: string, postId: string): Promise<string> {
  const { rows } = await db().execute<{ id: string }>(
    sql`select id from notifications where person_id = ${personId} and post_id = ${postId} and kind in ('answer', 'mention')`,
  );
  return rows[0]!.id;
}

const linked = "https://pages.example/linked";

/** As the job leaves it that asks the page: nothing is asked here. */
async function previewIn(postId: string, [title, about, site]: [string, string, string]) {
  const hash = createHash("sha256").update(linked).digest("hex");
  await db().execute(sql`
    insert into link_previews (community_id, url_hash, post_id, state, title, description, site_name, fetched_at)
    select community_id, ${hash}, id, 'ready', ${title}, ${about}, ${site}, now() from posts where id = ${postId}
    on conflict (community_id, url_hash, post_id) do update
      set state = 'ready', title = excluded.title, description = excluded.description, site_name = excluded.site_name, fetched_at = now()`);
}

async function talkIn(
  { community, rooms, moderator, manager, mark }: Speakers,
  room: keyof Talks,
  readers: Who | undefined,
  first: string,
  second: string,
): Promise<Talk> {
  const word = (what: string, who = readers, met?: Who) =>
    who ? mark(`${what} in ${room}`, who, met) : `${what} open`;
  const as = (personId: string) => asPerson(personId, community);
  const title = word("a title");
  const found = await openSpace(await as(first), rooms[room].slug);
  if (!("inside" in found)) throw new Error(`${room} is closed to who should speak in it.`);
  const { threadId, postId } = await startThread(
    openSpaceToWrite(found.inside),
    {
      title,
      text: word("a first wording", readers, []),
      // Without letters of its room's own name: a tag is thirty long at the most.
      tags: [readers ? mark(`old ${tagWord[room]}`, readers, []) : "opentag"],
      poll: {
        question: word("a question"),
        options: [word("an option"), "Another"],
        most: 1,
        ballot: "secret",
        results: "always",
      },
    },
    newKey(),
  );
  const picture = await draftPicture(openVisitor(await viewerOf(first)), await plain("png", 30, 20), postPictureLimits);
  const text = `${word("a post")}\n\n![${word("what a picture shows")}](/files/${picture}/large)\n\n${linked}`;
  await editPost(openOwnPost(await openPost(await as(first), postId)), { text, version: 0 }, newKey());
  await previewIn(postId, [word("a page's title"), word("what a page is about"), word("a site")]);
  const say = async (personId: string, text: string, answers?: string, poll?: NewPoll) =>
    (
      await writePost(
        openThreadToWrite(await openThread(await as(personId), threadId)),
        { text, answers, poll },
        newKey(),
      )
    ).postId;
  const remove = async (personId: string, post: string, why: string) =>
    removePost(openPostRemoval(await openPost(await as(personId), post)), { why }, newKey());

  const mine: Who = ["insider"];
  const takenBack = await say(second, word("taken back", readers && mine, room === "members" ? mine : []));
  await remove(second, takenBack, "");
  const watching: Who = room === "members" ? ["member", "moderator", ...leading] : readersOfRemoved(room);
  const gone: NewPoll = {
    question: word("a question removed", readers && [], []),
    options: ["One", "Two"],
    most: 1,
    ballot: "open",
    results: "always",
  };
  const removed = await say(first, word("removed", readers && watching), undefined, gone);
  const judge = room === "members" ? moderator : manager;
  await remove(judge, removed, word("why removed", readers && watching));
  const answer = await say(second, `${word("an answer")} @{${first}}`, postId);
  if (room === "members") {
    await acceptAnswer(openAnswer(await openPost(await as(first), answer)), {}, newKey());
    await react(openReaction(await openPost(await as(second), postId)), { kind: "love" }, newKey());
    await keepPost(openPostReader(await openPost(await as(first), postId)), {}, newKey());
    const note = mark(`a note to oneself in ${room}`, ["member"]);
    const nothing = { remind: "none", at: "" } as const;
    await noteBookmark(openMember(await as(first)), { post: postId, note, ...nothing }, newKey());
  }
  const polls = { first: await pollIn(postId), removed: await pollIn(removed) };
  const { id: tagId, slug: before } = await tagOn(threadId);
  if (readers)
    await renameTag(openDesk(await as(manager)), { tag: tagId, name: mark(tagWord[room], readers) }, newKey());
  const tag = { ...(await tagOn(threadId)), before };
  const emptied = await startThread(
    openSpaceToWrite(found.inside),
    { title: "A thread that was taken back", text: "Nothing." },
    newKey(),
  );
  await remove(first, emptied.postId, "");
  const posts = { first: postId, removed, takenBack, answer };
  return { thread: { id: threadId, title }, emptied: emptied.threadId, posts, picture, polls, tag };
}

/** In the insiders' rooms the author is an insider; there one room has a moderator of its own. */
const readersOfRemoved = (room: keyof Talks): Who =>
  room === "insiders" ? ["insider", "spaceModerator", ...leading] : ["insider", ...leading];
