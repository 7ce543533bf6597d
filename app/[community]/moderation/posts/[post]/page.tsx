import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { openPostToModerate } from "@/lib/access/gate-moderation";
import { may } from "@/lib/access/policy";
import { authorFacts, type Flag, flagsOf } from "@/lib/moderation/flags/queries";
import { paths } from "@/lib/paths";
import { postsAround } from "@/lib/posts/queries";
import { referredIn } from "@/lib/references/queries";
import { day } from "@/lib/text/dates";
import { number } from "@/lib/text/numbers";
import { openPostPage, type PostParams } from "../../../posts/[post]/open";
import { PostInPlace } from "../../../t/[thread]/show";
import { Decide } from "./decide";

/** A post that was flagged, with what a moderator needs to judge it: who flagged it, what stands around it, whose it is. */
export default orNothing(async function FlaggedPostPage({ params }: { params: PostParams }) {
  const page = await openPostPage(params);
  const { words, slug, reader, standing, back } = page;
  const access = openPostToModerate(page.post);
  const [flags, author, posts] = await Promise.all([flagsOf(access), authorFacts(access), postsAround(access)]);
  const referred = await referredIn(access, posts);
  const w = words.moderation.flags;
  const name = author.name ?? words.members.gone;
  return (
    <>
      <PageHead
        before={
          <Breadcrumb label={w.title} items={[{ label: w.title, href: paths.moderation(slug) }, { label: w.post }]} />
        }
        title={w.post}
        lead={w.inThread({ title: access.thread.title || words.threads.untitled, space: access.space.name })}
        actions={
          <ButtonLink href={back} kind="sec">
            {w.toThread}
          </ButtonLink>
        }
      />
      <div className="stack">
        <section aria-labelledby="who-flagged">
          <h2 className="h3 mb-2" id="who-flagged">
            {w.who}
          </h2>
          {flags.length ? (
            <ul className="lines">
              {flags.map((flag) => (
                <FlagLine key={flag.id} flag={flag} page={page} />
              ))}
            </ul>
          ) : (
            <p className="quiet">{w.nobody}</p>
          )}
        </section>
        <section aria-labelledby="around">
          <h2 className="h3 mb-2" id="around">
            {w.around}
          </h2>
          <div className="thread-page around">
            {posts.map((post) => (
              <div key={post.id} className={post.id === access.post.id ? "looked-at" : undefined}>
                <PostInPlace {...{ post, access, words, reader, slug, now: new Date(), referred }} />
              </div>
            ))}
          </div>
        </section>
        <section aria-labelledby="author">
          <h2 className="h3 mb-2" id="author">
            {w.author}
          </h2>
          <p className="row mb-2">
            <b>
              <bdi>{name}</bdi>
            </b>
            {may.answerReports(standing) ? (
              <Link className="link" href={paths.history(slug, author.id)}>
                {w.history}
              </Link>
            ) : null}
          </p>
          <DefinitionList
            items={[
              { term: w.facts.joined, detail: author.joinedAt ? day(new Date(author.joinedAt), reader) : w.facts.left },
              { term: w.facts.posts, detail: number(author.posts, reader.locale) },
              { term: w.facts.removed, detail: number(author.removed, reader.locale) },
              { term: w.facts.decisions, detail: number(author.decisions, reader.locale) },
            ]}
          />
        </section>
        {access.post.removed ? (
          <Notice title={w.gone} />
        ) : access.post.authorId === access.personId ? (
          <Notice title={w.own} />
        ) : (
          <Decide page={page} author={author} />
        )}
      </div>
    </>
  );
});

function FlagLine({
  flag: { name, reason, text, madeAt, decision },
  page: { words, reader },
}: {
  flag: Flag;
  page: Awaited<ReturnType<typeof openPostPage>>;
}) {
  const w = words.moderation;
  return (
    <li>
      <p className="row">
        <Tag kind={decision ? "plain" : "accent"}>{w.reasons[reason]}</Tag>
        <span className="meta">
          {w.by({ who: name ?? words.members.gone, when: day(new Date(madeAt), reader) })}
          {decision ? `. ${w.flag.outcome[decision]}` : ""}
        </span>
      </p>
      {text ? (
        <p className="said whitespace-pre-line" dir="auto">
          {text}
        </p>
      ) : null}
    </li>
  );
}
