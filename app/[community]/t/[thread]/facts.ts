import type { PostFacts } from "@/components/threads/post";
import type { ThreadAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { paths } from "@/lib/paths";
import { pageOf } from "@/lib/posts/pages";
import type { PostLine } from "@/lib/posts/queries";
import type { Referred } from "@/lib/references/queries";
import type { Words } from "@/lib/text";
import { absolute, type Reader, relative } from "@/lib/text/dates";
import { fill } from "@/lib/text/markdown/fill";
import { roleTag } from "../../person";

export type On = {
  access: ThreadAccess;
  words: Words;
  reader: Reader;
  slug: string;
  now: Date;
  referred: Referred;
  /** Marks words of the lexicon; without it they are words. */
  mark?: (html: string) => string;
  inPlace?: boolean;
};

/** A post in words ready to be shown, for the page and for who follows it; nothing where only a mark of it is to be seen. */
export function factsOf(post: PostLine, on: On): PostFacts | undefined {
  if (post.html === null) return undefined;
  const { access, words, reader, slug, now, inPlace, mark } = on;
  const w = words.threads;
  const { author, answers } = post;
  const written = new Date(post.writtenAt);
  return {
    id: post.id,
    position: post.position,
    author: {
      name: author.name ?? words.members.gone,
      image: author.avatarFileId ? paths.picture(author.avatarFileId) : null,
      representative: author.role === "representative",
      role: author.role ? roleTag(words, { owner: author.owner, role: author.role as "member" }) : undefined,
      href: author.name && may.seeMembers(access.standing) ? paths.member(slug, author.id) : undefined,
    },
    html: mark ? mark(fill(post.html, placesOf(on, post))) : fill(post.html, placesOf(on, post)),
    lang: access.community.locale,
    written: {
      iso: post.writtenAt,
      text: relative(written, now, reader),
      absolute: absolute(written, reader),
      href: inPlace ? paths.post(slug, post.id) : `#p${post.position}`,
      label: w.linkTo({ n: post.position, when: absolute(written, reader) }),
    },
    edited: post.editedAt
      ? {
          href: paths.post(slug, post.id, "history"),
          text: w.edited,
          absolute: absolute(new Date(post.editedAt), reader),
        }
      : undefined,
    inReplyTo: answers
      ? {
          place: paths.post(slug, answers.id, "in-place"),
          href: !inPlace && samePage(post, answers) ? `#p${answers.position}` : paths.post(slug, answers.id),
          ...answered(on, answers),
        }
      : undefined,
    folded: post.blocked ? { text: words.blocks.folded, open: words.blocks.show } : undefined,
    answered: post.answered
      ? { href: paths.post(slug, post.id, "answers"), text: words.reading.answered({ n: post.answered }) }
      : undefined,
  };
}

/** Who is answered; somebody whom this viewer blocks is not named. */
function answered({ words }: On, { removed, blocked, name, avatarFileId }: NonNullable<PostLine["answers"]>) {
  const shown = blocked ? words.blocks.somebody : (name ?? words.members.gone);
  return {
    text: removed ? words.threads.inReplyToRemoved : words.threads.inReplyTo({ name: shown }),
    person: { name: shown, image: avatarFileId && !blocked ? paths.picture(avatarFileId) : null },
  };
}

/** What this viewer is shown for the ids in a post: names as they are now, and only addresses that open for them. */
function placesOf({ words, slug, access, referred }: On, post: PostLine): Parameters<typeof fill>[1] {
  return {
    mention: (id) => {
      const name = referred.people.get(id);
      return name ? { name, href: may.seeMembers(access.standing) ? paths.member(slug, id) : undefined } : undefined;
    },
    quote: (id) => {
      const found = referred.posts.get(id);
      if (!found) return undefined;
      if (found.blocked) return { folded: words.blocks.folded };
      const here = found.threadId === access.thread.id && samePage(post, found);
      return { name: found.name, href: here ? `#p${found.position}` : paths.post(slug, id) };
    },
    words: { ...words.references, gone: words.members.gone },
  };
}

const samePage = (a: { position: number }, b: { position: number }) => pageOf(a.position) === pageOf(b.position);
