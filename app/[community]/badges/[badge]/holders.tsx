import { BadgeHolders } from "@/components/badges/badge-holders";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { openMember } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { holdersOf } from "@/lib/badges/queries";
import { readCursor } from "@/lib/communities/keyset";
import { paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { nextPage, openCommunityPage } from "../../open";
import { personLine } from "../../person";

type Props = {
  params: Promise<{ community: string; badge: string }>;
  badge: { id: string; slug: string; name: string; motif: string; editionSize: number | null };
  after?: string;
};

/** Who of this community wears it, for who takes part here. */
export async function Holders({ params, badge, after }: Props) {
  const page = await openCommunityPage(params);
  const { access, words, slug, standing, community, reader } = page;
  const w = words.badges;
  if (!may.seeMembers(standing) || !standing.verified) return <p className="quiet">{w.wornForMembers}</p>;
  const { rows, next } = await holdersOf(openMember(access), badge.id, readCursor(after));
  if (rows.length === 0) return <EmptyState title={w.nobody}>{w.nobodyText}</EmptyState>;
  const of = badge.editionSize ?? undefined;
  return (
    <>
      <BadgeHolders
        badge={{ name: badge.name, motif: badge.motif, of }}
        lang={community.locale}
        holders={rows.map((holder) => ({
          ...personLine(page, holder),
          meta: w.grantedOn({ date: day(new Date(holder.grantedAt), reader) }),
          number: holder.number,
          edition: holder.number && of ? w.edition({ number: holder.number, of }) : undefined,
          reason: holder.reason,
        }))}
      />
      <LoadMore href={nextPage(paths.badge(slug, badge.slug), next)} label={words.common.more} />
    </>
  );
}
