import { permanentRedirect, redirect } from "next/navigation";
import { Fragment } from "react";
import { orNothing, titleOrNone } from "@/app/_frames/or-nothing";
import { PollFields } from "@/components/polls/poll-fields";
import { PageHead } from "@/components/shell/page-head";
import { TagChips } from "@/components/tags/tag-chips";
import { AnswerForm, Sees } from "@/components/threads/answer-form";
import { InPlaceLinks } from "@/components/threads/in-place-links";
import { InPosts } from "@/components/threads/in-posts";
import { LiveThread, type LiveThreadProps } from "@/components/threads/live-thread";
import { Pager } from "@/components/threads/pager";
import { ReadUpTo } from "@/components/threads/read-up-to";
import { ReadingForm, ReadToHere } from "@/components/threads/reading-form";
import { ButtonLink } from "@/components/ui/button";
import { openDraft, openPost, openThreadToWrite, type ThreadAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { draftOf } from "@/lib/drafts/queries";
import { Refusal, refuse } from "@/lib/errors";
import { doing, paths } from "@/lib/paths";
import { pollsOf } from "@/lib/polls/queries";
import { dayInput } from "@/lib/posts/input";
import { pageOf, postsAPage } from "@/lib/posts/pages";
import { type PostLine, positionOn, postsOf } from "@/lib/posts/queries";
import { responsesOf } from "@/lib/reactions/queries";
import { quoteOf, referredIn } from "@/lib/references/queries";
import { day } from "@/lib/text/dates";
import { startOfDay } from "@/lib/text/zones";
import { marksOf } from "@/lib/threads/ordering/queries";
import { nameOf } from "@/lib/threads/queries";
import { ThreadLevel } from "../../../level";
import { type CommunityParams, one, openCommunityPage, type Search } from "../../../open";
import { Pictures } from "../../../pictures-field";
import { pollWords } from "../../../polls/words";
import { SpaceTrail } from "../../../spaces/[space]/trail";
import { tagLinks } from "../../../tags/open";
import { draftProps, writingHelp, writingOf } from "../../../writing";
import { LockedNote, ThreadMarks } from "../marks";
import { threadOf } from "../open";
import { Place, placeAt } from "../place";
import { ShownPoll } from "../poll";
import { readingForm } from "../reading-form";
import { ShownPost, titleOf } from "../show";

type Params = Promise<{ community: string; thread: string; title?: string[] }>;

export const generateMetadata = titleOrNone(async ({ params }: { params: Params }) => {
  const { community, thread } = await params;
  const access = await threadOf(community, thread);
  return { title: access.thread.title, alternates: { canonical: paths.thread(community, access.thread) } };
});

export default orNothing(async function ThreadPage({ params, searchParams }: { params: Params; searchParams: Search }) {
  const { community, thread: id, title } = await params;
  const access = await threadOf(community, id);
  const { thread, space } = access;
  const { page: asked, answer, quote, on } = await searchParams;
  const pages = pageOf(thread.lastPosition);
  // What was merged is the thread it went into: its pages are no pages of that one.
  if (thread.id !== id) permanentRedirect(paths.thread(community, thread));
  const page = readPage(one(asked), pages);
  // The title in the address is for people; another one than now leads on, once the thread itself was opened.
  const address = paths.thread(community, thread);
  if (address !== [`/${community}/t/${id}`, ...(title ?? [])].join("/"))
    permanentRedirect(paths.thread(community, thread, page));
  const here = await openCommunityPage(params as unknown as CommunityParams);
  const { words, reader, slug, standing } = here;
  const wanted = dayInput.safeParse(one(on));
  if (wanted.success) redirect(placeAt(slug, thread, await positionOn(access, startOfDay(wanted.data, reader.zone))));
  const writes = !space.closed && may.writeInThread(standing, space, thread);
  const place = writes ? openDraft(openThreadToWrite(access)) : undefined;
  const [posts, marks, responses, polls, author, draft, quoted] = await Promise.all([
    postsOf(access, page),
    marksOf(access),
    responsesOf(access, page),
    pollsOf(access, page),
    nameOf(access),
    place && draftOf(place),
    place && one(quote) ? quotedIn(access, one(quote)!, words.references) : undefined,
  ]);
  const meant = one(answer) ?? draft?.answers ?? undefined;
  const [referred, to] = await Promise.all([
    referredIn(access, posts),
    place && meant ? answered(access, meant, posts) : undefined,
  ]);
  const w = words.threads;
  const now = new Date();
  const keeps = may.seeMembers(standing) && standing.verified;
  const renames = may.moderate(standing, space) || (writes && may.editPost(standing, space, thread));
  const marksBefore = (position: number, from = 0) =>
    marks.filter(
      (mark) => mark.way === "to" && pageOf(mark.position) === page && mark.position > from && mark.position < position,
    );
  const firstNew = thread.readPosition ? posts.find(({ position }) => position > thread.readPosition) : undefined;
  const pollIn = (postId: string) => {
    const poll = polls.find((one) => one.postId === postId);
    return poll ? <ShownPoll poll={poll} access={access} here={here} /> : undefined;
  };
  const pager = (
    <Pager
      label={w.pages}
      page={page}
      pages={pages}
      hrefOf={(n) => paths.thread(slug, thread, n)}
      words={{
        earlier: w.earlier,
        later: w.later,
        pageOf: w.pageOf({ n: page, of: pages }),
        page: (n) => w.page({ n }),
      }}
    />
  );
  return (
    <div className="thread-page" data-up={`${paths.space(slug, space.slug)}#t-${thread.id}`}>
      <PageHead
        before={<SpaceTrail words={words} slug={slug} space={space} />}
        title={titleOf(words, thread.title)}
        lang={thread.title ? here.community.locale : undefined}
        lead={
          <>
            <span className="meta">
              {w.about({
                posts: thread.posts,
                name: author ?? words.members.gone,
                when: day(new Date(thread.createdAt), reader),
              })}
            </span>
            <TagChips tags={tagLinks(slug, thread.tags)} label={words.tags.many} />
          </>
        }
        actions={
          <>
            {keeps ? <ThreadLevel here={here} thread={thread} /> : null}
            {renames ? (
              <ButtonLink small kind="qui" href={paths.renameThread(slug, thread.id)}>
                {w.rename}
              </ButtonLink>
            ) : null}
            {may.moderate(standing, space) ? (
              <ButtonLink small kind="qui" href={paths.orderThread(slug, thread.id, "manage")} prefetch={false}>
                {words.ordering.manage}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <ThreadMarks marks={marks.filter(({ way }) => way === "from")} words={words} slug={slug} />
      <Place {...{ access, here, page }} keeps={keeps} />
      {pager}
      {posts.map((post, index) => (
        <Fragment key={post.id}>
          <ThreadMarks marks={marksBefore(post.position, posts[index - 1]?.position)} words={words} slug={slug} />
          {post.id === firstNew?.id ? <p className="unreadline">{w.newSince}</p> : null}
          <ShownPost
            post={post}
            poll={pollIn(post.id)}
            {...{ access, words, reader, slug, now, responses, referred }}
            formTo={here.formTo}
          />
        </Fragment>
      ))}
      <ThreadMarks marks={marksBefore(Number.POSITIVE_INFINITY, posts.at(-1)?.position)} words={words} slug={slug} />
      {standing.personId ? <LiveThread key={`${thread.id} ${page}`} {...live(here, access, page, pages)} /> : null}
      {keeps ? (
        <>
          <ReadUpTo
            action={doing.community(slug, "read-up-to")}
            thread={thread.id}
            read={thread.readPosition}
            last={thread.lastPosition}
          />
          <ReadingForm form={here.formTo("keep-unread")} id={readingForm} thread={thread.id} space={space.slug} />
          <ReadToHere
            form={readingForm}
            action={doing.community(slug, "read-up-to")}
            position={posts.at(-1)?.position ?? thread.lastPosition}
            label={words.reading.readToHere}
          />
        </>
      ) : null}
      {pager}
      <InPlaceLinks />
      <LockedNote locked={thread.locked} words={words} reader={reader} />
      <InPosts copied={words.references.copied} quote={words.references.quoteSelected} />
      {place ? (
        <Answer
          {...{ here, to, page, quoted }}
          asked={one(answer) !== undefined}
          access={access}
          draft={draftProps(words, place, draft)}
          cancel={paths.thread(slug, thread, page)}
        />
      ) : (
        <MayNotAnswer {...{ access, here }} />
      )}
    </div>
  );
});

type Here = Awaited<ReturnType<typeof openCommunityPage>>;

function live({ words, slug }: Here, access: ThreadAccess, page: number, pages: number): LiveThreadProps {
  const { community, space, standing, thread } = access;
  const w = words.threads.live;
  return {
    community: community.id,
    space: { id: space.id, slug: space.slug },
    since: space.seq,
    thread: thread.id,
    position: thread.lastPosition,
    pageEnd: page === pages ? page * postsAPage : 0,
    urls: {
      since: paths.since(slug, thread.id),
      present: may.seeMembers(standing) ? paths.present(slug) : null,
      typing: !space.closed && may.writeInThread(standing, space, thread) ? doing.community(slug, "typing") : null,
      end: paths.end(slug, thread),
    },
    words: w,
  };
}

/** What is no number is the first page; beyond the last there is nothing. */
function readPage(text: string | undefined, pages: number): number {
  if (text === "last") return pages;
  const page = /^[1-9]\d{0,6}$/.test(text ?? "") ? Number(text) : 1;
  if (page > pages) throw refuse.notFound();
  return page;
}

/** The post an answer is meant for; one that is gone is no reason to take the form away. */
async function answered(access: ThreadAccess, id: string, posts: readonly PostLine[]) {
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
async function quotedIn(access: ThreadAccess, id: string, words: { quote: string }): Promise<string | undefined> {
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
  here: Here;
  page: number;
  asked: boolean;
  draft: ReturnType<typeof draftProps>;
  to?: { id: string; name: string | null };
  quoted?: string;
  cancel: string;
};

function Answer({ access, here, page, asked, draft, to, quoted, cancel }: AnswerProps) {
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
function MayNotAnswer({ access: { space, standing }, here }: Pick<AnswerProps, "access" | "here">) {
  const { words, slug } = here;
  const w = words.threads;
  if (space.closed) return null;
  return (
    <p className="answer row quiet">
      {!standing.personId ? w.signInToWrite : may.join(standing) ? w.joinToWrite : words.spaces.errors.mayNotWrite}
      {!standing.personId ? <ButtonLink href={paths.signIn(here.here)}>{words.common.signIn}</ButtonLink> : null}
      {may.join(standing) ? <ButtonLink href={paths.join(slug)}>{words.members.join}</ButtonLink> : null}
    </p>
  );
}
