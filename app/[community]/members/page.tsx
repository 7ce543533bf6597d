import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PeopleList } from "@/components/members/person-line";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { openMember } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { readCursor } from "@/lib/communities/keyset";
import { membersOf } from "@/lib/members/queries";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { MembersOnly } from "../members-only";
import { type CommunityParams, nextPage, one, openCommunityPage, type Search } from "../open";
import { personLine } from "../person";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).members.many });

export default orNothing(async function MembersPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const page = await openCommunityPage(params);
  const { access, words, slug, standing, reader } = page;
  if (!may.seeMembers(standing) || !standing.verified) return <MembersOnly access={access} reader={reader} />;
  const { rows, next } = await membersOf(openMember(access), readCursor(one((await searchParams).after)));
  const w = words.members;
  return (
    <>
      <PageHead
        title={w.many}
        lead={w.lead}
        actions={
          <>
            {may.invite(standing) ? (
              <ButtonLink href={paths.invite(slug)}>{words.communities.nav.invite}</ButtonLink>
            ) : null}
            <ButtonLink href={paths.badges(slug)} kind="qui">
              {words.badges.here}
            </ButtonLink>
          </>
        }
      />
      {rows.length ? (
        <PeopleList people={rows.map((person) => personLine(page, person))} />
      ) : (
        <EmptyState title={w.none}>{w.noneText}</EmptyState>
      )}
      <LoadMore href={nextPage(paths.members(slug), next)} label={words.common.more} />
    </>
  );
});
