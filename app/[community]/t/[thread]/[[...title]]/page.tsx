import { permanentRedirect, redirect } from "next/navigation";
import { Fragment } from "react";
import { orNothing, titleOrNone } from "@/app/_frames/or-nothing";
import { TermCards } from "@/components/lexicon/term-cards";
import { PageHead } from "@/components/shell/page-head";
import { TagChips } from "@/components/tags/tag-chips";
import { InPlaceLinks } from "@/components/threads/in-place-links";
import { InPosts } from "@/components/threads/in-posts";
import { LiveThread } from "@/components/threads/live-thread";
import { Pager } from "@/components/threads/pager";
import { ReadUpTo } from "@/components/threads/read-up-to";
import { ReadingForm, ReadToHere } from "@/components/threads/reading-form";
import { ButtonLink } from "@/components/ui/button";
import { openDraft, openThreadToWrite } from "@/lib/access/gate";
import { everybodyReads, may } from "@/lib/access/policy";
import { draftOf } from "@/lib/drafts/queries";
import { refuse } from "@/lib/errors";
import { myHeldIn } from "@/lib/moderation/held/queries";
import { currentWords } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { pollsOf } from "@/lib/polls/queries";
import { dayInput } from "@/lib/posts/input";
import { pageOf } from "@/lib/posts/pages";
import { positionOn } from "@/lib/posts/queries";
import { excerpt } from "@/lib/publishing/excerpt";
import { threadData } from "@/lib/publishing/structured";
import { responsesOf } from "@/lib/reactions/queries";
import { referredIn } from "@/lib/references/queries";
import { day } from "@/lib/text/dates";
import { startOfDay } from "@/lib/text/zones";
import { marksOf } from "@/lib/threads/ordering/queries";
import { nameOf } from "@/lib/threads/queries";
import { sameForVisitors } from "@/lib/visitors/mark";
import { OwnHeld } from "../../../held/own";
import { ThreadLevel } from "../../../level";
import { told } from "../../../metadata";
import { type CommunityParams, one, openCommunityPage, type Search } from "../../../open";
import { SpaceTrail } from "../../../spaces/[space]/trail";
import { StructuredData } from "../../../structured-data";
import { tagLinks } from "../../../tags/open";
import { draftProps } from "../../../writing";
import { Answer, answered, MayNotAnswer, quotedIn } from "../answer";
import { live } from "../live";
import { LockedNote, ThreadMarks } from "../marks";
import { postsOn, threadOf } from "../open";
import { Place, placeAt } from "../place";
import { ShownPoll } from "../poll";
import { readingForm } from "../reading-form";
import { ShownPost, titleOf } from "../show";
import { cardWords, markerFor } from "../terms";

type Params = Promise<{ community: string; thread: string; title?: string[] }>;

export const generateMetadata = titleOrNone(
  async ({ params, searchParams }: { params: Params; searchParams: Search }) => {
    const { community, thread: id } = await params;
    const access = await threadOf(community, id);
    const { thread, space } = access;
    const title = thread.title || (await currentWords()).threads.untitled;
    const page = readPage(one((await searchParams).page), pageOf(thread.lastPosition));
    const canonical = paths.thread(community, thread, page);
    if (!everybodyReads(space)) return { title, alternates: { canonical } };
    const first = (await postsOn(access, page)).find(({ html, removed }) => html && !removed);
    const description = first?.html ? excerpt(first.html, 200) : undefined;
    return {
      ...(await told(access, { title, description, canonical, space: space.slug, thread: thread.id })),
      title,
    };
  },
);

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
  sameForVisitors(here.access);
  const { words, reader, slug, standing } = here;
  const wanted = dayInput.safeParse(one(on));
  if (wanted.success) redirect(placeAt(slug, thread, await positionOn(access, startOfDay(wanted.data, reader.zone))));
  const writes = !space.closed && may.writeInThread(standing, space, thread);
  const place = writes ? openDraft(openThreadToWrite(access)) : undefined;
  const [posts, marks, responses, polls, author, draft, quoted, waiting, mark] = await Promise.all([
    postsOn(access, page),
    marksOf(access),
    responsesOf(access, page),
    pollsOf(access, page),
    nameOf(access),
    place && draftOf(place),
    place && one(quote) ? quotedIn(access, one(quote)!, words.references) : undefined,
    page === pages && thread.waits ? myHeldIn(access) : [],
    markerFor(access),
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
              <ButtonLink small kind="qui" href={paths.orderThread(slug, thread.id, "manage")}>
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
            {...{ access, words, reader, slug, now, responses, referred, mark }}
            formTo={here.formTo}
          />
        </Fragment>
      ))}
      <ThreadMarks marks={marksBefore(Number.POSITIVE_INFINITY, posts.at(-1)?.position)} words={words} slug={slug} />
      {standing.personId ? <LiveThread key={`${thread.id} ${page}`} {...live(here, access, page, pages)} /> : null}
      {waiting.map((line) => (
        <OwnHeld key={line.id} {...{ line, here, now }} inThread />
      ))}
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
      {standing.personId === null ? <StructuredData data={threadData(access, posts, { author, page, words })} /> : null}
      <InPlaceLinks />
      <LockedNote locked={thread.locked} words={words} reader={reader} />
      <TermCards words={cardWords(words)} />
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

/** What is no number is the first page; beyond the last there is nothing. */
function readPage(text: string | undefined, pages: number): number {
  if (text === "last") return pages;
  const page = /^[1-9]\d{0,6}$/.test(text ?? "") ? Number(text) : 1;
  if (page > pages) throw refuse.notFound();
  return page;
}
