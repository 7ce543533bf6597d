import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { BadgeList } from "@/components/badges/badge-list";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/access/policy";
import { badgesHere } from "@/lib/badges/queries";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { sameForVisitors } from "@/lib/visitors/mark";
import { type CommunityParams, openCommunityPage } from "../open";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).badges.many });

/** What can be earned here: for outsiders only what a listed door names as a way in, and without numbers. */
export default orNothing(async function BadgesPage({ params }: { params: CommunityParams }) {
  const { access, words, slug, standing, community } = await openCommunityPage(params);
  sameForVisitors(access);
  const badges = await badgesHere(access);
  const counted = may.seeMembers(standing);
  const w = words.badges;
  return (
    <>
      <PageHead
        title={w.here}
        lead={w.lead}
        actions={
          may.ownBrand(standing) ? (
            <ButtonLink href={paths.brand(community.brand.slug, "badges")}>{w.new}</ButtonLink>
          ) : null
        }
      />
      {badges.length === 0 ? (
        <EmptyState title={w.none}>{w.noneText}</EmptyState>
      ) : (
        <BadgeList
          badges={badges.map((badge) => ({
            ...badge,
            href: paths.badge(slug, badge.slug),
            mine: standing.personId ? standing.badges.includes(badge.id) : undefined,
          }))}
          words={w}
          counted={counted}
          lang={community.locale}
        />
      )}
    </>
  );
});
