import { cache } from "react";
import { BookmarkToggle } from "@/components/threads/bookmark-toggle";
import { totalOf } from "@/components/threads/reaction-icons";
import { Reactions } from "@/components/threads/reactions";
import { ReactedTotal } from "@/components/threads/who-reacted";
import { Form, type FormProps } from "@/components/ui/form";
import { IconAnchor } from "@/components/ui/icon-button";
import {
  CircleCheck,
  CircleDashed,
  CircleDot,
  Ellipsis,
  Flag,
  History,
  NotebookPen,
  Pencil,
  Quote,
  Reply,
  RotateCcw,
  Trash2,
} from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import type { ThreadAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { doing, paths } from "@/lib/paths";
import { pageOf } from "@/lib/posts/pages";
import type { PostLine } from "@/lib/posts/queries";
import type { Responses } from "@/lib/reactions/queries";
import type { Words } from "@/lib/text";
import { readingForm } from "./reading-form";

export type ActsProps = {
  access: ThreadAccess;
  words: Words;
  slug: string;
  post: PostLine;
  responses: Responses;
  formTo: (act: string) => Pick<FormProps, "action" | "formKey" | "words" | "returned">;
};

/** Made once a page, so that it is sent once a page. */
const reactionWords = cache(({ reactions: w, common }: Words) => ({
  whoTitle: w.whoTitle,
  close: common.close,
  react: w.react,
  title: w.title,
  choose: w.choose,
  who: w.who,
  unsent: w.unsent,
  kinds: w.kinds,
}));
const bookmarkWords = cache(({ bookmarks: w }: Words) => ({
  keep: w.keep,
  drop: w.drop,
  kept: w.kept,
  note: w.noteAndReminder,
  unsent: w.unsent,
}));

/** At the start of the bar: how people reacted, and the picker for who may. */
export function ReactionsOf({ access, words, slug, post, responses }: ActsProps) {
  const { standing, space } = access;
  const { counts, mine } = responses.of(post.id);
  const page = paths.post(slug, post.id, "reactions");
  if (post.removed) return null;
  if (!space.closed && may.react(standing, space, { authorId: post.author.id }))
    return (
      <Reactions
        action={doing.community(slug, "react")}
        page={page}
        post={post.id}
        counts={counts}
        mine={mine}
        offered={responses.offered}
        words={reactionWords(words)}
      />
    );
  const total = totalOf(counts);
  if (total === 0) return null;
  return (
    <ReactedTotal
      page={page}
      label={words.reactions.total({ n: total })}
      counts={counts}
      words={reactionWords(words)}
    />
  );
}

/** Only what this viewer may really do stands here; each works without scripts. From left to right: quote, bookmark, answer, more. */
export function Acts(props: ActsProps) {
  const { access, words, slug, post, responses, formTo } = props;
  const { standing, space, thread } = access;
  const w = words.threads;
  const writes = !space.closed && may.writeInThread(standing, space, thread);
  const name = post.author.name ?? words.members.gone;
  const answer = `${paths.thread(slug, thread, pageOf(thread.lastPosition))}${pageOf(thread.lastPosition) > 1 ? "&" : "?"}answer=${post.id}#answer`;
  const quote = answer.replace("answer=", `quote=${post.id}&answer=`);
  const keeps = !post.removed && may.seeMembers(standing) && standing.verified;
  return (
    <>
      {writes && !post.removed ? (
        <IconAnchor
          href={quote}
          label={words.references.quotePost({ name })}
          data-act="quote"
          data-quote={post.id}
          data-address={paths.post(slug, post.id)}
          data-name={name}
        >
          <Quote className="i i-turns" aria-hidden />
        </IconAnchor>
      ) : null}
      {keeps ? (
        <BookmarkToggle
          keep={doing.community(slug, "keep-post")}
          drop={doing.community(slug, "drop-bookmark")}
          formKey={formTo("keep-post").formKey}
          post={post.id}
          kept={responses.of(post.id).bookmarked}
          note={paths.bookmark(slug, post.id)}
          words={bookmarkWords(words)}
        />
      ) : null}
      {writes && !post.removed ? (
        <IconAnchor
          href={answer}
          label={w.answerTo({ name })}
          data-act="answer"
          data-answers={post.id}
          data-name={name}
        >
          <Reply className="i i-turns" aria-hidden />
        </IconAnchor>
      ) : null}
      <MoreActs {...props} writes={writes} />
    </>
  );
}

/** What is done seldom; nothing, no menu. */
function MoreActs({ access, words, slug, post, responses, formTo, writes }: ActsProps & { writes: boolean }) {
  const { standing, space, thread } = access;
  const w = words.threads;
  const mine = { authorId: post.author.id };
  const link = (part: "edit" | "flag" | "remove" | "history") => paths.post(slug, post.id, part);
  const edits = writes && !post.removed && may.editPost(standing, space, mine);
  const removes =
    post.removed === "by moderator" ? may.moderate(standing, space) : may.removePost(standing, space, mine);
  const moderates = may.moderate(standing, space);
  const chooses =
    space.questions &&
    post.position > 1 &&
    !post.removed &&
    may.chooseAnswer(standing, space, thread) &&
    (!space.closed || moderates);
  const chosen = responses.answer?.id === post.id;
  const flags = !post.removed && may.flag(standing, space, mine);
  const noted = !post.removed && responses.of(post.id).bookmarked;
  const keepsReading = may.seeMembers(standing) && standing.verified;
  if (!edits && !removes && !chooses && !noted && !keepsReading && !flags && !(post.editedAt && standing.personId))
    return null;
  return (
    <Menu trigger={<Ellipsis className="i" aria-hidden />} label={w.moreActs}>
      {chooses ? (
        <Form {...formTo(chosen ? "take-back-answer" : "accept-answer")} className="inmenu">
          <input type="hidden" name="post" value={post.id} />
          <button type="submit">
            {chosen ? <CircleDashed className="i" aria-hidden /> : <CircleCheck className="i" aria-hidden />}
            {chosen ? words.answers.takeBack : words.answers.accept}
          </button>
        </Form>
      ) : null}
      {noted ? (
        <Link href={paths.bookmark(slug, post.id)}>
          <NotebookPen className="i" aria-hidden />
          {words.bookmarks.noteAndReminder}
        </Link>
      ) : null}
      {keepsReading ? (
        <button type="submit" form={readingForm} name="position" value={post.position}>
          <CircleDot className="i" aria-hidden />
          {words.reading.keepUnread({ n: post.position })}
        </button>
      ) : null}
      {edits ? (
        <Link href={link("edit")} data-act="edit">
          <Pencil className="i" aria-hidden />
          {w.edit}
        </Link>
      ) : null}
      {post.editedAt ? (
        <Link href={link("history")}>
          <History className="i" aria-hidden />
          {w.history}
        </Link>
      ) : null}
      {flags ? (
        <Link href={link("flag")}>
          <Flag className="i" aria-hidden />
          {words.moderation.flag.act}
        </Link>
      ) : null}
      {removes ? (
        <Link href={link("remove")} className={post.removed ? undefined : "danger"}>
          {post.removed ? <RotateCcw className="i" aria-hidden /> : <Trash2 className="i" aria-hidden />}
          {post.removed ? w.restore : w.remove}
        </Link>
      ) : null}
    </Menu>
  );
}
