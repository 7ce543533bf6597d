import { TagChips } from "@/components/tags/tag-chips";
import type { ThreadItem } from "@/components/threads/thread-list";
import { Chip } from "@/components/ui/chip";
import { Time } from "@/components/ui/time";
import type { CommunityAccess, SpaceAccess } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import { pageOf } from "@/lib/posts/pages";
import type { Words } from "@/lib/text";
import { absolute, type Reader, relative, visited } from "@/lib/text/dates";
import { list } from "@/lib/text/numbers";
import type { ThreadLine } from "@/lib/threads/queries";
import { counts } from "@/lib/watching/level";
import { tagLinks } from "./tags/open";

type On = { words: Words; reader: Reader; slug: string };

/** A thread opens at the first post one has not read; whoever has read it all lands on its last. */
function placeToGoOn(slug: string, thread: ThreadLine): string {
  if (!thread.readPosition) return paths.thread(slug, thread);
  const first = thread.readPosition + (thread.unread ? 1 : 0);
  return `${paths.thread(slug, thread, pageOf(first))}#p${first}`;
}

/** With `spaces`, a line says in which of them it is; in the list of one space (`within`) a tag keeps to that space. */
type Among = { spaces?: readonly SpaceAccess[]; within?: string };

/** The lines of a list; before the first of them that did not move since this member was here, it says so. */
export function threadItems(
  on: On & { access: CommunityAccess },
  threads: readonly ThreadLine[],
  among: Among = {},
): ThreadItem[] {
  const since = on.access.visit.since ? new Date(on.access.visit.since) : undefined;
  // What is pinned stands first whenever it moved.
  const old = since ? threads.findIndex(({ pinned, lastPostAt }) => !pinned && new Date(lastPostAt) <= since) : -1;
  return threads.map((thread, index) => ({
    ...threadItem(on, thread, among),
    lastVisit:
      since && index === old && index > 0
        ? on.words.reading.lastVisit({ when: visited(since, new Date(), on.reader) })
        : undefined,
  }));
}

function threadItem({ words, reader, slug }: On, thread: ThreadLine, { spaces = [], within }: Among): ThreadItem {
  const w = words.threads;
  const { level } = thread;
  const gone = words.members.gone;
  const space = spaces.find((one) => one.space.id === thread.spaceId)?.space;
  const moved = new Date(thread.lastPostAt);
  return {
    key: thread.id,
    href: placeToGoOn(slug, thread),
    title: thread.title || w.untitled,
    meta: (
      <>
        {space ? <Chip>{space.name}</Chip> : null}
        <span>{w.by({ name: thread.author ?? gone })}</span>
      </>
    ),
    tags: <TagChips tags={tagLinks(slug, thread.tags, within)} label={words.tags.many} />,
    faces: thread.faces.map(({ name, avatarFileId, representative }) => ({
      name: name ?? gone,
      image: avatarFileId ? paths.picture(avatarFileId) : null,
      representative,
    })),
    facesLabel: w.faces({
      names: list(
        thread.faces.map(({ name }) => name ?? gone),
        reader.locale,
      ),
    }),
    posts: thread.posts,
    postsLabel: w.said({ n: thread.posts }),
    age: <Time iso={thread.lastPostAt} text={relative(moved, new Date(), reader)} absolute={absolute(moved, reader)} />,
    marks: [
      ...(thread.pinned ? [{ kind: "pinned" as const, label: words.ordering.pinned }] : []),
      ...(thread.locked ? [{ kind: "locked" as const, label: words.ordering.locked }] : []),
      ...(level === "mute" || level === "watch" ? [{ kind: level, label: words.watching.names[level] }] : []),
    ],
    answered: thread.answered ? words.answers.answered : undefined,
    read: thread.unread === 0,
    muted: level === "mute",
    unread: counts(level) ? thread.unread : null,
    unreadLabel: w.unread({ n: thread.unread ?? 0 }),
  };
}
