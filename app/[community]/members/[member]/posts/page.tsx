import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { SaidList } from "@/components/members/took-part";
import { PageHead } from "@/components/shell/page-head";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/load-more";
import { Tabs } from "@/components/ui/tabs";
import { readCursor } from "@/lib/communities/keyset";
import { saidBy } from "@/lib/members/took-part";
import { paths } from "@/lib/paths";
import { nextPage, one, type Search } from "../../../open";
import { type MemberParams, openMemberPage } from "../open";
import { saidLine } from "../took-part";

export const metadata: Metadata = { robots: "noindex" };

/** Everything a member wrote that this viewer reads. */
export default orNothing(async function MemberPostsPage({
  params,
  searchParams,
}: {
  params: MemberParams;
  searchParams: Search;
}) {
  const { person, viewer, self, words, reader, slug, community } = await openMemberPage(params);
  const asked = await searchParams;
  const began = one(asked.show) === "begun";
  const w = words.members.tookPart;
  const shown = self || (person.activityShown && !person.blocked);
  const { rows, next } = shown
    ? await saidBy(viewer, person.id, { began, cursor: readCursor(one(asked.after)) })
    : { rows: [], next: undefined };
  const name = person.name ?? words.members.gone;
  const address = paths.member(slug, person.id, "posts");
  return (
    <>
      <PageHead
        before={
          <Link className="link" href={paths.member(slug, person.id)}>
            {name}
          </Link>
        }
        title={self ? w.allMine : w.titleOf({ name })}
        lead={w.lead}
      />
      <Tabs
        label={w.show}
        tabs={[
          { href: address, label: w.everything, current: !began },
          { href: `${address}?show=begun`, label: w.begun, current: began },
        ]}
      />
      {rows.length ? (
        <SaidList lines={rows.map((line) => saidLine(line, { words, reader, slug }))} lang={community.locale} />
      ) : (
        <EmptyState title={shown ? w.none : person.blocked ? words.blocks.blocked({ name }) : w.hidden} />
      )}
      <LoadMore href={nextPage(address, next, began ? { show: "begun" } : {})} label={words.common.more} />
    </>
  );
});
