import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { DoorList, SpaceList } from "@/components/spaces/space-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/access/policy";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { sameForVisitors } from "@/lib/visitors/mark";
import { type CommunityParams, openCommunityPage } from "../open";
import { spacesToShow } from "./show";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).spaces.many });

export default orNothing(async function SpacesPage({ params }: { params: CommunityParams }) {
  const page = await openCommunityPage(params);
  sameForVisitors(page.access);
  const { words, slug, community, standing } = page;
  const { spaces, doors } = await spacesToShow(page);
  const w = words.communities.front;
  return (
    <>
      <PageHead
        title={words.spaces.many}
        lead={words.spaces.lead}
        actions={
          <>
            <ButtonLink href={paths.tags(slug)}>{words.tags.browse}</ButtonLink>
            {may.openDesk(standing) ? <ButtonLink href={paths.newSpace(slug)}>{w.makeSpace}</ButtonLink> : null}
          </>
        }
      />
      {spaces.length || doors.length ? null : <EmptyState title={w.noSpaces}>{w.noSpacesText}</EmptyState>}
      {spaces.length ? <SpaceList spaces={spaces} lang={community.locale} /> : null}
      {doors.length ? (
        <section className="section" aria-labelledby="doors">
          <h2 className="h2 mb-4" id="doors">
            {w.doors}
          </h2>
          <DoorList doors={doors} waysLabel={words.spaces.door.seeWays} />
        </section>
      ) : null}
    </>
  );
});
