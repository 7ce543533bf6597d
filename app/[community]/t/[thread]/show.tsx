import type { ReactNode } from "react";
import { Post, RemovedPost } from "@/components/threads/post";
import { ButtonLink } from "@/components/ui/button";
import { CircleCheck } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { paths } from "@/lib/paths";
import { pageOf } from "@/lib/posts/pages";
import type { PostLine } from "@/lib/posts/queries";
import type { Words } from "@/lib/text";
import { Acts, type ActsProps, ReactionsOf } from "./acts";
import { factsOf, type On } from "./facts";

export const titleOf = (words: Words, title: string) => title || words.threads.untitled;

/** One post, or the mark of one. */
export function ShownPost({ post, poll, ...on }: On & ActsProps & { poll?: ReactNode }) {
  const facts = factsOf(post, on);
  if (!facts) return <RemovedPost position={post.position}>{on.words.threads.removedMark}</RemovedPost>;
  return (
    <Post
      {...facts}
      notice={removedNotice(on, post)}
      mark={
        on.responses.answer?.id === post.id ? (
          <Tag kind="good">
            <CircleCheck className="i" aria-hidden />
            {on.words.answers.answer}
          </Tag>
        ) : undefined
      }
      poll={poll}
      below={post.position === 1 ? <WhereAnswered {...on} post={post} /> : undefined}
      reactions={<ReactionsOf {...on} post={post} />}
      acts={<Acts {...on} post={post} />}
    />
  );
}

/** The same out of its thread: another anchor, addresses that lead back, and nothing to do with it here. */
export function PostInPlace({ post, ...on }: On & { post: PostLine }) {
  const facts = factsOf(post, { ...on, inPlace: true });
  if (!facts) return <RemovedPost position={post.position}>{on.words.threads.removedMark}</RemovedPost>;
  return <Post {...facts} anchor={`at-${post.position}`} notice={removedNotice(on, post)} />;
}

function removedNotice({ words, slug, access }: Pick<On, "words" | "slug" | "access">, post: PostLine) {
  const { removed, removedWhy, author } = post;
  if (!removed) return null;
  const w = words.threads;
  const title = removed === "by author" ? w.removedMine : w.removedBy({ reason: removedWhy ?? "" });
  const mayObject = removed === "by moderator" && author.id === access.standing.personId;
  return (
    <Notice
      kind="bad"
      title={title}
      actions={
        mayObject ? (
          <ButtonLink href={paths.statements(slug)} kind="sec">
            {words.moderation.statements.appeal}
          </ButtonLink>
        ) : undefined
      }
    />
  );
}

/** On the question, so that nobody reads through everything to find what helped. */
function WhereAnswered({ responses: { answer }, words, slug }: ActsProps) {
  if (!answer) return null;
  const here = pageOf(answer.position) === 1;
  return (
    <a className="answered" href={here ? `#p${answer.position}` : paths.post(slug, answer.id)}>
      <CircleCheck className="i" aria-hidden />
      <span>{words.answers.answeredBy({ name: answer.name ?? words.members.gone })}</span>
      <span className="go">{words.answers.jump}</span>
    </a>
  );
}
