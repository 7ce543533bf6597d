import { Pencil, Reply, RotateCcw, Trash2 } from "lucide-react";
import { Post, RemovedPost } from "@/components/threads/post";
import { IconLink } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { may } from "@/lib/access/policy";
import { paths } from "@/lib/paths";
import { pageOf } from "@/lib/posts/pages";
import type { PostLine } from "@/lib/posts/queries";
import type { Words } from "@/lib/text";
import { factsOf, type On } from "./facts";

export const titleOf = (words: Words, title: string) => title || words.threads.untitled;

/** One post, or the mark of one. */
export function ShownPost({ post, ...on }: On & { post: PostLine }) {
  const facts = factsOf(post, on);
  if (!facts) return <RemovedPost position={post.position}>{on.words.threads.removedMark}</RemovedPost>;
  return <Post {...facts} notice={removedNotice(on.words.threads, post)} acts={<Acts {...on} post={post} />} />;
}

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
  const writes = !space.closed && may.writeInThread(standing, space, thread);
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
