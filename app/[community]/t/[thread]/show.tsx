import { Pencil, Reply, RotateCcw, Trash2 } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Post, type PostProps, RemovedPost } from "@/components/threads/post";
import { IconLink } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import type { ThreadAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { paths } from "@/lib/paths";
import { pageOf } from "@/lib/posts/pages";
import type { PostLine } from "@/lib/posts/queries";
import type { Words } from "@/lib/text";
import { absolute, type Reader, relative } from "@/lib/text/dates";
import { roleTag } from "../../person";

type On = { access: ThreadAccess; words: Words; reader: Reader; slug: string; now: Date };

export const titleOf = (words: Words, title: string) => title || words.threads.untitled;

/** One post, or the mark of one. */
export function ShownPost({ post, poll, ...on }: On & { post: PostLine; poll?: ReactNode }) {
  const { words, slug, access, reader, now } = on;
  const w = words.threads;
  if (post.html === null) return <RemovedPost position={post.position}>{w.removedMark}</RemovedPost>;
  const { author, answers } = post;
  const written = new Date(post.writtenAt);
  const facts: PostProps = {
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
    time: (
      <a href={`#p${post.position}`} aria-label={w.linkTo({ n: post.position, when: absolute(written, reader) })}>
        <Time iso={post.writtenAt} text={relative(written, now, reader)} absolute={absolute(written, reader)} />
      </a>
    ),
    edited: post.editedAt ? (
      <Link href={paths.post(slug, post.id, "history")} title={absolute(new Date(post.editedAt), reader)}>
        {w.edited}
      </Link>
    ) : undefined,
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
    notice: removedNotice(w, post),
    poll,
    acts: <Acts {...on} post={post} />,
  };
  return <Post {...facts} />;
}

const samePage = (a: { position: number }, b: { position: number }) => pageOf(a.position) === pageOf(b.position);

function removedNotice(w: Words["threads"], { removed, removedWhy }: PostLine) {
  if (!removed) return null;
  return (
    <Notice kind="bad" title={removed === "by author" ? w.removedMine : w.removedBy({ reason: removedWhy ?? "" })} />
  );
}

/** Only what this viewer may really do stands here; each is an address that works without scripts. */
function Acts({ access, words, slug, post }: On & { post: PostLine }) {
  const { standing, space, thread } = access;
  const w = words.threads;
  const mine = { authorId: post.author.id };
  const writes = !space.closed && may.writeInSpace(standing, space);
  const name = post.author.name ?? words.members.gone;
  const answer = `${paths.thread(slug, thread, pageOf(thread.lastPosition))}${pageOf(thread.lastPosition) > 1 ? "&" : "?"}answer=${post.id}#answer`;
  const edits = writes && !post.removed && may.editPost(standing, space, mine);
  const restores =
    post.removed === "by moderator" ? may.moderate(standing, space) : may.removePost(standing, space, mine);
  return (
    <>
      {writes && !post.removed ? (
        <IconLink href={answer} label={w.answerTo({ name })} prefetch={false}>
          <Reply className="i i-turns" aria-hidden />
        </IconLink>
      ) : null}
      {edits ? (
        <IconLink href={paths.post(slug, post.id, "edit")} label={w.edit} prefetch={false}>
          <Pencil className="i" aria-hidden />
        </IconLink>
      ) : null}
      {restores ? (
        <IconLink
          href={paths.post(slug, post.id, "remove")}
          label={post.removed ? w.restore : w.remove}
          prefetch={false}
        >
          {post.removed ? <RotateCcw className="i" aria-hidden /> : <Trash2 className="i" aria-hidden />}
        </IconLink>
      ) : null}
    </>
  );
}
