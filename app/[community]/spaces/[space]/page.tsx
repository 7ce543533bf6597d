import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { orNothing, titleOrNone } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { LiveList } from "@/components/threads/live-list";
import { ThreadList } from "@/components/threads/thread-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { movedSpace } from "@/lib/access/find";
import { type CommunityAccess, openSpace, type SpaceAccess } from "@/lib/access/gate";
import { everybodyReads, may } from "@/lib/access/policy";
import { readCursor } from "@/lib/communities/keyset";
import { Refusal, refuse } from "@/lib/errors";
import { communityOf } from "@/lib/page";
import { paths } from "@/lib/paths";
import { badgesFor } from "@/lib/spaces/queries";
import { tagSlug } from "@/lib/tags/input";
import { movedTag } from "@/lib/tags/queries";
import { list } from "@/lib/text/numbers";
import { threadsOf } from "@/lib/threads/queries";
import { sameForVisitors } from "@/lib/visitors/mark";
import { SpaceLevel } from "../../level";
import { ListTools } from "../../list-tools";
import { told } from "../../metadata";
import { nextThreads, one, openCommunityPage, type Search } from "../../open";
import { threadItems } from "../../thread";
import { Outside } from "./outside";

type Params = Promise<{ community: string; space: string }>;

/** Title and page ask for the same space: it is found once a request. */
const found = cache(async (community: string, space: string) => findOrMove(await communityOf(community), space));

export const generateMetadata = titleOrNone(async ({ params }: { params: Params }) => {
  const { community, space } = await params;
  const there = await found(community, space);
  if ("outside" in there) return { title: there.outside.door.name, description: there.outside.door.purpose };
  const { name, purpose, slug, ...rules } = there.inside.space;
  const own = everybodyReads(rules) ? slug : undefined;
  return { ...(await told(there.inside, { title: name, description: purpose, space: own })), title: name };
});

export default orNothing(async function SpacePage({ params, searchParams }: { params: Params; searchParams: Search }) {
  const { community, space } = await params;
  const there = await found(community, space);
  return "inside" in there
    ? Inside({ params, access: there.inside, asked: await searchParams })
    : Outside({ access: there.outside });
});

/** An old address is answered 308 with the new one, and only to who may know of it: the same questions whatever is there. */
async function findOrMove(access: CommunityAccess, slug: string) {
  const open = (name: string) =>
    openSpace(access, name).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 404) return undefined;
      throw error;
    });
  const here = await open(slug);
  if (here) return here;
  const moved = await movedSpace(access, slug);
  const there = await open(moved ?? slug);
  if (!there || !moved) throw refuse.notFound();
  permanentRedirect(paths.space(access.community.slug, moved));
}

type InsideProps = { params: Params; access: SpaceAccess; asked: Awaited<Search> };

async function Inside({ params, access, asked }: InsideProps) {
  const page = await openCommunityPage(params);
  sameForVisitors(page.access);
  const { words, locale, slug, community, standing } = page;
  const { space } = access;
  const keeps = may.seeMembers(standing) && standing.verified;
  const unread = keeps && one(asked.show) === "unread";
  const tag = tagSlug(one(asked.tag) ?? "") || undefined;
  const address = paths.space(slug, space.slug);
  const [badges, { rows, next }] = await Promise.all([
    badgesFor(access, [...space.readBadges, ...space.writeBadges]),
    threadsOf(access, readCursor(one(asked.before)), undefined, { tag, unread }),
  ]);
  const movedTo = tag && rows.length === 0 ? await movedTag([access], tag) : undefined;
  if (movedTo) permanentRedirect(paths.spaceTag(slug, space.slug, movedTo));
  const mayWrite = !space.closed && may.writeInSpace(standing, space);
  const w = words.spaces;
  const holders = (ids: readonly string[]) =>
    w.holdersOf({
      badges: list(
        badges.flatMap(({ id, name }) => (ids.includes(id) ? name : [])),
        locale,
      ),
    });
  const who = { everyone: w.everyone, members: w.membersOnly };
  const reads = space.readAudience === "badges" ? holders(space.readBadges) : who[space.readAudience];
  const writes = space.writeAudience === "badges" ? holders(space.writeBadges) : who[space.writeAudience];
  const byRole = !may.readSpace(
    { ...standing, owner: false, role: standing.role === "none" ? "none" : "member" },
    space,
  );
  return (
    <>
      <PageHead
        before={
          <Breadcrumb label={w.many} items={[{ label: w.many, href: paths.spaces(slug) }, { label: space.name }]} />
        }
        title={space.name}
        lead={<span lang={community.locale}>{space.purpose}</span>}
        actions={
          <>
            {mayWrite ? (
              <ButtonLink kind="pri" href={paths.startThread(slug, space.slug)}>
                {words.threads.start}
              </ButtonLink>
            ) : null}
            {may.openDesk(standing) ? (
              <ButtonLink href={paths.manageSpace(slug, space.slug)}>{w.change}</ButtonLink>
            ) : null}
            {keeps ? <SpaceLevel here={page} access={access} /> : null}
          </>
        }
      />
      <div className="stack">
        {byRole ? <Notice title={w.byRole}>{w.byRoleText}</Notice> : null}
        {space.closed ? <Notice title={w.closed}>{w.closedText}</Notice> : null}
        {space.door === "hidden" ? <Notice title={w.hidden}>{w.hiddenText}</Notice> : null}
        {keeps ? (
          <ListTools
            {...{ words, space }}
            all={address}
            unread={`${address}?show=unread`}
            only={unread}
            form={page.formTo("mark-all-read")}
          />
        ) : null}
        {tag ? (
          <p className="row">
            <span>{words.tags.onlyWith({ tag })}</span>
            <ButtonLink small kind="qui" href={paths.space(slug, space.slug)}>
              {words.tags.all}
            </ButtonLink>
          </p>
        ) : null}
        {standing.personId && !one(asked.before) ? (
          <LiveList
            community={community.id}
            spaces={[{ id: space.id, since: space.seq }]}
            words={words.threads.live}
            here={{
              url: may.seeMembers(standing) ? paths.present(slug) : null,
              space: space.slug,
              words: words.threads.live,
            }}
          />
        ) : null}
        {rows.length ? (
          <ThreadList threads={threadItems(page, rows, { within: space.slug })} lang={community.locale} />
        ) : tag ? (
          <EmptyState title={words.tags.nothingWith}>{words.tags.nothingWithText}</EmptyState>
        ) : (
          <EmptyState title={unread ? words.reading.noneUnread : words.threads.none}>
            {unread ? words.reading.noneUnreadText : mayWrite ? words.threads.noneText : words.threads.noneRead}
          </EmptyState>
        )}
        <LoadMore
          href={nextThreads(address, next, { ...(tag ? { tag } : {}), ...(unread ? { show: "unread" } : {}) })}
          label={words.common.more}
        />
        <DefinitionList
          items={[
            { term: w.reads, detail: reads },
            { term: w.writes, detail: writes },
          ]}
        />
        {space.readAudience !== "everyone" && !byRole ? <p className="meta">{w.managersRead}</p> : null}
      </div>
    </>
  );
}
