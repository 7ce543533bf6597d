import { permanentRedirect } from "next/navigation";
import { Fragment } from "react";
import { orNothing, titleOrNone } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { AnswerForm, Sees } from "@/components/threads/answer-form";
import { LiveThread, type LiveThreadProps } from "@/components/threads/live-thread";
import { Pager } from "@/components/threads/pager";
import { ReadUpTo } from "@/components/threads/read-up-to";
import { ButtonLink } from "@/components/ui/button";
import { openDraft, openPost, openThreadToWrite, type ThreadAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { draftOf } from "@/lib/drafts/queries";
import { Refusal, refuse } from "@/lib/errors";
import { doing, paths } from "@/lib/paths";
import { pageOf, postsAPage } from "@/lib/posts/pages";
import { type PostLine, postsOf } from "@/lib/posts/queries";
import { responsesOf } from "@/lib/reactions/queries";
import { day } from "@/lib/text/dates";
import { nameOf } from "@/lib/threads/queries";
import { type CommunityParams, one, openCommunityPage, type Search } from "../../../open";
import { SpaceTrail } from "../../../spaces/[space]/trail";
import { draftProps, writingOf } from "../../../writing";
import { threadOf } from "../open";
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
  const { page: asked, answer } = await searchParams;
  const pages = pageOf(thread.lastPosition);
  const page = readPage(one(asked), pages);
  // The title in the address is for people; another one than now leads on, once the thread itself was opened.
  const address = paths.thread(community, thread);
  if (address !== [`/${community}/t/${id}`, ...(title ?? [])].join("/"))
    permanentRedirect(paths.thread(community, thread, page));
  const here = await openCommunityPage(params as unknown as CommunityParams);
  const { words, reader, slug, standing } = here;
  const place = !space.closed && may.writeInSpace(standing, space) ? openDraft(openThreadToWrite(access)) : undefined;
  const [posts, responses, author, draft] = await Promise.all([
    postsOf(access, page),
    responsesOf(access, page),
    nameOf(access),
    place && draftOf(place),
  ]);
  const meant = one(answer) ?? draft?.answers ?? undefined;
  const to = place && meant ? await answered(access, meant, posts) : undefined;
  const w = words.threads;
  const now = new Date();
  const firstNew = thread.readPosition ? posts.find(({ position }) => position > thread.readPosition) : undefined;
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
    <div className="thread-page">
      <PageHead
        before={<SpaceTrail words={words} slug={slug} space={space} />}
        title={titleOf(words, thread.title)}
        lang={thread.title ? here.community.locale : undefined}
        lead={
          <span className="meta">
            {w.about({
              posts: thread.posts,
              name: author ?? words.members.gone,
              when: day(new Date(thread.createdAt), reader),
            })}
          </span>
        }
        actions={
          may.moderate(standing, space) || (!space.closed && may.editPost(standing, space, thread)) ? (
            <ButtonLink small kind="qui" href={paths.renameThread(slug, thread.id)}>
              {w.rename}
            </ButtonLink>
          ) : null
        }
      />
      {pager}
      {posts.map((post) => (
        <Fragment key={post.id}>
          {post.id === firstNew?.id ? <p className="unreadline">{w.newSince}</p> : null}
          <ShownPost post={post} {...{ access, words, reader, slug, now, responses }} formTo={here.formTo} />
        </Fragment>
      ))}
      {standing.personId ? <LiveThread key={`${thread.id} ${page}`} {...live(here, access, page, pages)} /> : null}
      {may.seeMembers(standing) && standing.verified ? (
        <ReadUpTo
          action={doing.community(slug, "read-up-to")}
          thread={thread.id}
          read={thread.readPosition}
          last={thread.lastPosition}
        />
      ) : null}
      {pager}
      {place ? (
        <Answer
          {...{ here, to, page }}
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
      typing: !space.closed && may.writeInSpace(standing, space) ? doing.community(slug, "typing") : null,
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

type AnswerProps = {
  access: ThreadAccess;
  here: Here;
  page: number;
  asked: boolean;
  draft: ReturnType<typeof draftProps>;
  to?: { id: string; name: string | null };
  cancel: string;
};

function Answer({ access, here, page, asked, draft, to, cancel }: AnswerProps) {
  const { space, thread } = access;
  const { words, slug, viewer, formTo } = here;
  const w = words.threads;
  return (
    <AnswerForm
      form={formTo("write-post")}
      thread={thread.id}
      here={{ thread: paths.thread(slug, { id: thread.id, title: "" }), page }}
      me={{ name: viewer.name ?? "", image: viewer.avatarFileId ? paths.picture(viewer.avatarFileId) : null }}
      asked={asked}
      to={to && { id: to.id, name: to.name ?? words.members.gone, cancel }}
      draft={draft}
      writing={writingOf(words, access, "write-post")}
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
