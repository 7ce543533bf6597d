import { orNothing } from "@/app/_frames/or-nothing";
import { Hero } from "@/components/communities/hero";
import { PeopleList } from "@/components/members/person-line";
import { DoorList, SpaceList } from "@/components/spaces/space-list";
import { LiveList } from "@/components/threads/live-list";
import { ThreadList } from "@/components/threads/thread-list";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checklist } from "@/components/ui/checklist";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { openDesk, openMember } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { communityFacts } from "@/lib/communities/queries";
import { firstSteps, latestBrought, membersOf, mySuspension } from "@/lib/members/queries";
import { paths } from "@/lib/paths";
import { threadsIn } from "@/lib/threads/queries";
import { sameForVisitors } from "@/lib/visitors/mark";
import { ChangedTexts } from "./changed-texts";
import { ListTools } from "./list-tools";
import { type CommunityParams, one, openCommunityPage, type Search } from "./open";
import { personLine } from "./person";
import { SinceYouWereHere } from "./since";
import { spacesToShow } from "./spaces/show";
import { Suspended } from "./suspended";
import { threadItems } from "./thread";

const newest = 6;
const latest = 8;
/** Each is a channel to listen to; the spaces come in the order the community gave them. */
const mostFollowed = 12;

type Props = { params: CommunityParams; searchParams: Search };

/** What this place is for, what is real in it now, and the next step for whoever stands here. */
export default orNothing(async function FrontPage({ params, searchParams }: Props) {
  const page = await openCommunityPage(params);
  sameForVisitors(page.access);
  const { access, community, standing, words, slug, reader } = page;
  const member = may.seeMembers(standing) && standing.verified ? openMember(access) : undefined;
  const desk = may.openDesk(standing) ? openDesk(access) : undefined;
  const unread = Boolean(member) && one((await searchParams).show) === "unread";
  const { inside, spaces, doors } = await spacesToShow(page);
  const [facts, { rows: threads }, people, steps, brought, suspension] = await Promise.all([
    communityFacts(access),
    threadsIn(inside, undefined, latest, { unread }),
    member && membersOf(member, {}, undefined, newest),
    member && firstSteps(member),
    desk && latestBrought(desk),
    standing.suspended ? mySuspension(access) : null,
  ]);
  const w = words.communities;
  return (
    <>
      <ChangedTexts params={params} />
      {suspension ? <Suspended suspension={suspension} slug={slug} reader={reader} words={words} /> : null}
      <Hero
        name={community.name}
        purpose={community.purpose}
        lang={community.locale}
        facts={w.front.facts({ n: facts.members, brand: community.brand.name })}
        cover={community.coverFileId ? paths.picture(community.coverFileId, "large") : null}
        actions={
          <>
            {!standing.personId || may.join(standing) ? (
              <ButtonLink href={paths.join(slug)} kind="pri">
                {community.joinMode === "request" ? words.members.askToJoin : words.members.join}
              </ButtonLink>
            ) : null}
            {may.invite(standing) ? (
              <ButtonLink href={paths.invite(slug)} kind="pri">
                {w.nav.invite}
              </ButtonLink>
            ) : null}
            <ButtonLink href={paths.about(slug)}>{w.front.more}</ButtonLink>
          </>
        }
      />
      <div className="cols section">
        <div>
          {member ? <SinceYouWereHere page={page} inside={inside} /> : null}
          {threads.length || unread ? (
            <section className={member ? "section" : undefined} aria-labelledby="latest">
              <h2 className="h2 mb-4" id="latest">
                {w.front.latest}
              </h2>
              {standing.personId ? (
                <LiveList
                  community={community.id}
                  spaces={inside.slice(0, mostFollowed).map(({ space }) => ({ id: space.id, since: space.seq }))}
                  words={words.threads.live}
                />
              ) : null}
              {member ? (
                <ListTools
                  words={words}
                  all={`${paths.community(slug)}#latest`}
                  unread={`${paths.community(slug)}?show=unread#latest`}
                  only={unread}
                  form={page.formTo("mark-all-read")}
                />
              ) : null}
              {threads.length ? (
                <ThreadList threads={threadItems(page, threads, { spaces: inside })} lang={community.locale} />
              ) : (
                <EmptyState title={words.reading.noneUnread}>{words.reading.noneUnreadText}</EmptyState>
              )}
            </section>
          ) : null}
          <section className={threads.length || member ? "section" : undefined} aria-labelledby="spaces">
            <div className="sechead">
              <h2 className="h2" id="spaces">
                {w.front.spaces}
              </h2>
              <span className="linkrow">
                <Link className="link" href={paths.tags(slug)}>
                  {words.tags.browse}
                </Link>
                <Link className="link" href={paths.spaces(slug)}>
                  {w.front.allSpaces}
                </Link>
              </span>
            </div>
            {spaces.length ? (
              <SpaceList spaces={spaces} lang={community.locale} />
            ) : (
              <EmptyState
                title={w.front.noSpaces}
                action={desk ? <ButtonLink href={paths.newSpace(slug)}>{w.front.makeSpace}</ButtonLink> : null}
              >
                {w.front.noSpacesText}
              </EmptyState>
            )}
          </section>
          {people?.rows.length ? (
            <section className="section" aria-labelledby="newest">
              <div className="sechead">
                <h2 className="h2" id="newest">
                  {w.front.newest}
                </h2>
                <Link className="link" href={paths.members(slug)}>
                  {w.front.allMembers}
                </Link>
              </div>
              <PeopleList people={people.rows.map((person) => personLine(page, person))} />
            </section>
          ) : null}
        </div>
        <aside className="stack" aria-label={w.front.doors}>
          {steps && !(steps.face && steps.invited) ? (
            <Card title={w.start.title}>
              <Checklist
                label={w.start.label}
                doneLabel={w.start.done}
                items={[
                  { key: "joined", label: w.start.joined, done: true },
                  {
                    key: "face",
                    label: w.start.face,
                    hint: w.start.faceHint,
                    done: steps.face,
                    action: (
                      <ButtonLink small href={paths.settingsOf("profile")}>
                        {w.start.faceDo}
                      </ButtonLink>
                    ),
                  },
                  {
                    key: "bring",
                    label: w.start.bring,
                    hint: w.start.bringHint,
                    done: steps.invited,
                    action: (
                      <ButtonLink small href={paths.invite(slug)}>
                        {w.start.bringDo}
                      </ButtonLink>
                    ),
                  },
                ]}
              />
            </Card>
          ) : null}
          {doors.length ? <DoorList doors={doors} waysLabel={words.spaces.door.seeWays} /> : null}
          {brought?.length ? (
            <section aria-labelledby="brought">
              <h2 className="h3" id="brought">
                {w.front.brought}
              </h2>
              <ul className="lines">
                {brought.map(({ id, who, whom }) => (
                  <li key={id}>
                    {w.front.broughtLine({ who: who ?? words.members.gone, whom: whom ?? words.members.gone })}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </aside>
      </div>
    </>
  );
});
