import { orNothing } from "@/app/_frames/or-nothing";
import { PeopleList } from "@/components/members/person-line";
import { PageHead } from "@/components/shell/page-head";
import { inPlaceId } from "@/components/threads/in-place";
import { ReactionChoice } from "@/components/threads/reaction-choice";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { may } from "@/lib/access/policy";
import { readCursor } from "@/lib/communities/keyset";
import { refuse } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { offeredIn, responseOf, whoReacted } from "@/lib/reactions/queries";
import { relative } from "@/lib/text/dates";
import { nextPage, one, type Search } from "../../../open";
import { openPostPage, type PostParams } from "../open";

/** What the picker does, as a page; and who reacted, for whoever reads the post. */
export default orNothing(async function ReactionsPage({
  params,
  searchParams,
}: {
  params: PostParams;
  searchParams: Search;
}) {
  const page = await openPostPage(params);
  const { post: found, words, slug, standing, reader, formTo, back } = page;
  const { post, space } = found;
  if (post.removed) throw refuse.notFound();
  const reacts = !space.closed && may.react(standing, space, post);
  const [offered, response, { rows, next }] = await Promise.all([
    offeredIn(found),
    responseOf(found),
    whoReacted(found, readCursor(one((await searchParams).after))),
  ]);
  const w = words.reactions;
  const now = new Date();
  const kinds = response.mine && !offered.includes(response.mine) ? [...offered, response.mine] : offered;
  return (
    <div className="column">
      <PageHead
        title={w.title}
        actions={
          <ButtonLink href={back} kind="qui">
            {w.back}
          </ButtonLink>
        }
      />
      {reacts ? (
        <ReactionChoice
          form={formTo("react")}
          post={post.id}
          mine={response.mine}
          kinds={kinds.map((kind) => ({
            kind,
            label: kind === response.mine ? w.takeBack({ kind: w.kinds[kind] }) : w.kinds[kind],
          }))}
          words={{ label: w.choose, hint: w.chooseHint }}
        />
      ) : null}
      {rows.length ? (
        <>
          <h2 className="h3">{w.whoTitle}</h2>
          <div id={inPlaceId}>
            <PeopleList
              people={rows.map(({ id, name, avatarFileId, representative, kind, at }) => ({
                key: id,
                name: name ?? words.members.gone,
                image: avatarFileId ? paths.picture(avatarFileId) : null,
                representative,
                href: name && may.seeMembers(standing) ? paths.member(slug, id) : undefined,
                meta: `${w.kinds[kind]}, ${relative(new Date(at), now, reader)}`,
              }))}
            />
            <LoadMore href={nextPage(paths.post(slug, post.id, "reactions"), next)} label={words.common.more} />
          </div>
        </>
      ) : (
        <EmptyState title={w.none} />
      )}
    </div>
  );
});
