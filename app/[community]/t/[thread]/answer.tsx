import { PollFields } from "@/components/polls/poll-fields";
import { AnswerForm, Sees } from "@/components/threads/answer-form";
import { ButtonLink } from "@/components/ui/button";
import { openPost, type ThreadAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { Refusal } from "@/lib/errors";
import { paths } from "@/lib/paths";
import type { PostLine } from "@/lib/posts/queries";
import { quoteOf } from "@/lib/references/queries";
import { nameOf } from "@/lib/threads/queries";
import type { openCommunityPage } from "../../open";
import { Pictures } from "../../pictures-field";
import { pollWords } from "../../polls/words";
import { type draftProps, writingHelp, writingOf } from "../../writing";

/** The post an answer is meant for; one that is gone is no reason to take the form away. */
export async function answered(access: ThreadAccess, id: string, posts: readonly PostLine[]) {
  const here = posts.find((post) => post.id === id && !post.removed);
  if (here) return { id, name: here.author.name };
  try {
    const found = await openPost(access, id);
    if (found.thread.id !== access.thread.id || found.post.removed) return undefined;
    return { id, name: await nameOf(access, found.post.authorId) };
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  }
}

/** The words of a post that is quoted by its address; of one that is gone, none. */
export async function quotedIn(
  access: ThreadAccess,
  id: string,
  words: { quote: string },
): Promise<string | undefined> {
  try {
    const found = await openPost(access, id);
    return found.post.removed ? undefined : await quoteOf(found, { quote: words.quote });
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined;
    throw error;
  }
}

type AnswerProps = {
  access: ThreadAccess;
  here: Awaited<ReturnType<typeof openCommunityPage>>;
  page: number;
  asked: boolean;
  draft: ReturnType<typeof draftProps>;
  to?: { id: string; name: string | null };
  quoted?: string;
  cancel: string;
};

export function Answer({ access, here, page, asked, draft, to, quoted, cancel }: AnswerProps) {
  const { space, thread } = access;
  const { words, slug, viewer, formTo } = here;
  const w = words.threads;
  const form = formTo("write-post");
  return (
    <AnswerForm
      form={form}
      thread={thread.id}
      here={{ thread: paths.thread(slug, { id: thread.id, title: "" }), page }}
      me={{ name: viewer.name ?? "", image: viewer.avatarFileId ? paths.picture(viewer.avatarFileId) : null }}
      asked={asked}
      to={to && { id: to.id, name: to.name ?? words.members.gone, cancel }}
      draft={draft}
      quoted={quoted}
      writing={writingOf(words, access, "write-post")}
      extras={writingHelp(words, slug, space)}
      field={{ label: w.yourAnswer, hint: w.markdown, placeholder: words.drafts.openWriter }}
      words={{
        submit: w.answer,
        answering: w.answering({ name: "{name}" }),
        answerAll: w.answerAll,
        minimise: words.drafts.minimise,
        enlarge: words.drafts.enlarge,
        sendingPost: words.drafts.sendingPost,
      }}
      sees={<Sees audience={space.readAudience}>{w.sees[space.readAudience]}</Sees>}
      more={
        <>
          <Pictures words={words} />
          <PollFields returned={form.returned} words={pollWords(words, here.community.zone)} />
        </>
      }
    />
  );
}

/** Who may not write here is told what would let them, if anything. */
export function MayNotAnswer({ access: { space, standing, thread }, here }: Pick<AnswerProps, "access" | "here">) {
  const { words, slug } = here;
  const w = words.threads;
  // Why it is closed or locked stands above already.
  if (space.closed || (thread.locked && may.writeInSpace(standing, space))) return null;
  const why = !standing.personId
    ? w.signInToWrite
    : may.join(standing)
      ? w.joinToWrite
      : standing.silenced
        ? words.moderation.errors.silenced
        : words.spaces.errors.mayNotWrite;
  return (
    <p className="answer row quiet">
      {why}
      {standing.silenced ? (
        <ButtonLink href={paths.statements(slug)}>{words.moderation.statements.toAll}</ButtonLink>
      ) : null}
      {!standing.personId ? <ButtonLink href={paths.signIn(here.here)}>{words.common.signIn}</ButtonLink> : null}
      {may.join(standing) ? <ButtonLink href={paths.join(slug)}>{words.members.join}</ButtonLink> : null}
    </p>
  );
}
