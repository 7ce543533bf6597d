import type { PostFacts } from "@/components/threads/post";
import type { ThreadAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { paths } from "@/lib/paths";
import { pageOf } from "@/lib/posts/pages";
import type { PostLine } from "@/lib/posts/queries";
import type { Words } from "@/lib/text";
import { absolute, type Reader, relative } from "@/lib/text/dates";
import { roleTag } from "../../person";

export type On = { access: ThreadAccess; words: Words; reader: Reader; slug: string; now: Date };

/** A post in words ready to be shown, for the page and for who follows it; nothing where only a mark of it is to be seen. */
export function factsOf(post: PostLine, { access, words, reader, slug, now }: On): PostFacts | undefined {
  if (post.html === null) return undefined;
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
    html: post.html,
    lang: access.community.locale,
    written: {
      iso: post.writtenAt,
      text: relative(written, now, reader),
      absolute: absolute(written, reader),
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
          href: samePage(post, answers) ? `#p${answers.position}` : paths.post(slug, answers.id),
          text: answers.removed ? w.inReplyToRemoved : w.inReplyTo({ name: answers.name ?? words.members.gone }),
          person: {
            name: answers.name ?? words.members.gone,
            image: answers.avatarFileId ? paths.picture(answers.avatarFileId) : null,
          },
        }
      : undefined,
  };
}

const samePage = (a: { position: number }, b: { position: number }) => pageOf(a.position) === pageOf(b.position);
