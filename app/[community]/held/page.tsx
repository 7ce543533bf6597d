import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { openOwnHeld, openSpaces } from "@/lib/access/gate";
import { readCursor } from "@/lib/communities/keyset";
import { myHeld } from "@/lib/moderation/held/queries";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { type CommunityParams, nextPage, one, openCommunityPage, type Search } from "../open";
import { OwnHeld } from "./own";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).held.mine });

type Props = { params: CommunityParams; searchParams: Search };

/** What one sent and a moderator looks at first. */
export default orNothing(async function HeldPage({ params, searchParams }: Props) {
  const here = await openCommunityPage(params);
  const { access, words, slug } = here;
  const mine = openOwnHeld(access);
  const spaces = (await openSpaces(access, true)).flatMap((found) => ("inside" in found ? [found.inside] : []));
  const { rows, next } = await myHeld(mine, spaces, readCursor(one((await searchParams).after)));
  const w = words.held;
  const now = new Date();
  return (
    <div className="column">
      <PageHead title={w.mine} lead={w.lead} />
      {rows.length === 0 ? <EmptyState title={w.none}>{w.noneText}</EmptyState> : null}
      <div className="stack">
        {rows.map((line) => (
          <OwnHeld key={line.id} {...{ line, here, now }} />
        ))}
      </div>
      <LoadMore href={nextPage(paths.held(slug), next)} label={words.common.more} />
    </div>
  );
});
