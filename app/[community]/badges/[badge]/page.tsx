import type { Metadata } from "next";
import { cache } from "react";
import { orNothing, titleOrNone } from "@/app/_frames/or-nothing";
import { BadgeStory } from "@/components/badges/badge-story";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Link } from "@/components/ui/link";
import { openMember, openSpaces } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { badgeHere, myGrant } from "@/lib/badges/queries";
import { communityOf } from "@/lib/page";
import { paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { sameForVisitors } from "@/lib/visitors/mark";
import { one, openCommunityPage, type Search } from "../../open";
import { Holders } from "./holders";

type Params = Promise<{ community: string; badge: string }>;

/** Title and page ask for the same badge: it is found once a request. */
const found = cache(async (community: string, badge: string) => badgeHere(await communityOf(community), badge));

export const generateMetadata = titleOrNone(async ({ params }: { params: Params }): Promise<Metadata> => {
  const { community, badge } = await params;
  const { name, meaning } = await found(community, badge);
  return { title: name, description: meaning };
});

/** One badge: what it means, how it is earned, what it opens, and (for members) who wears it here. */
export default orNothing(async function BadgePage({ params, searchParams }: { params: Params; searchParams: Search }) {
  const { access, words, slug, community, standing, reader } = await openCommunityPage(params);
  sameForVisitors(access);
  const badge = await found(slug, (await params).badge);
  const member = may.seeMembers(standing);
  const [mine, spaces, { after }] = await Promise.all([
    member && standing.verified ? myGrant(openMember(access), badge.id) : undefined,
    openSpaces(access),
    searchParams,
  ]);
  const w = words.badges;
  const of = badge.editionSize ?? undefined;
  // Hidden spaces are in the list only of who may read them.
  const opened = spaces
    .map((space) => ("inside" in space ? space.inside.space : space.outside.door))
    .filter((space) => space.readAudience === "badges" && space.readBadges.includes(badge.id));
  const edition = mine?.number && of ? w.edition({ number: mine.number, of }) : undefined;
  return (
    <>
      <BadgeStory
        before={
          <Breadcrumb label={w.many} items={[{ label: w.many, href: paths.badges(slug) }, { label: badge.name }]} />
        }
        figure={{
          name: badge.name,
          motif: badge.motif,
          label: edition ? `${badge.name}, ${edition}` : badge.name,
          of,
          ofText: of ? w.of({ of }) : undefined,
          number: mine?.number ?? undefined,
          rim: `${community.brand.name} · ${badge.madeAt.getUTCFullYear()}`,
        }}
        name={badge.name}
        mine={
          mine && {
            number: edition,
            reason: mine.reason,
            granted: w.grantedBy({
              who: mine.by ?? words.members.gone,
              date: day(new Date(mine.grantedAt), reader),
            }),
          }
        }
        meaning={badge.meaning}
        lang={community.locale}
        actions={
          !standing.personId || may.join(standing) ? (
            <ButtonLink href={paths.join(slug)} kind="pri">
              {words.spaces.door.join}
            </ButtonLink>
          ) : may.grantBadge(standing) ? (
            <ButtonLink href={`${paths.manage(slug, "badges")}?badge=${badge.id}`}>{w.grant}</ButtonLink>
          ) : null
        }
        facts={
          <DefinitionList
            items={[
              { term: w.earned, detail: badge.earned ? <span lang={community.locale}>{badge.earned}</span> : w.byHand },
              { term: w.kind, detail: w.kinds[badge.kind] },
              ...(of
                ? [
                    {
                      term: w.editionOf,
                      detail: member ? w.left({ n: of - badge.given, of }) : w.neverMore({ of }),
                    },
                  ]
                : []),
              ...(opened.length
                ? [
                    {
                      term: w.opens,
                      detail: (
                        <span className="row" lang={community.locale}>
                          {opened.map((space) => (
                            <Link key={space.id} className="link" href={paths.space(slug, space.slug)}>
                              {space.name}
                            </Link>
                          ))}
                        </span>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        }
      />
      <section className="section" aria-labelledby="holders">
        <div className="sechead">
          <h2 className="h2" id="holders">
            {w.wornHere}
          </h2>
        </div>
        <Holders params={params} badge={badge} after={one(after)} />
      </section>
    </>
  );
});
