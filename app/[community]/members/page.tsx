import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PeopleList } from "@/components/members/person-line";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { LoadMore } from "@/components/ui/load-more";
import { Tabs } from "@/components/ui/tabs";
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
  const asked = await searchParams;
  const named = (one(asked.name) ?? "").trim().slice(0, 60);
  const team = one(asked.show) === "team";
  const { rows, next } = await membersOf(openMember(access), { named, team }, readCursor(one(asked.after)));
  const w = words.members;
  const address = paths.members(slug);
  const kept = { ...(named ? { name: named } : {}), ...(team ? { show: "team" } : {}) };
  const none = named ? w.find.none : team ? w.find.noTeam : w.none;
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
      <form className="flex flex-wrap items-end gap-4" action={address}>
        <Field name="name" label={w.find.label} type="search" value={named} maxLength={60} />
        {team ? <input type="hidden" name="show" value="team" /> : null}
        <button type="submit" className={buttonClass({ kind: "sec" })}>
          {w.find.button}
        </button>
      </form>
      <Tabs
        label={w.many}
        tabs={[
          { href: address, label: w.find.everybody, current: !team },
          { href: `${address}?show=team`, label: w.find.team, current: team },
        ]}
      />
      {rows.length ? (
        <PeopleList people={rows.map((person) => personLine(page, person))} />
      ) : (
        <EmptyState
          title={none}
          action={named || team ? <ButtonLink href={address}>{w.find.all}</ButtonLink> : undefined}
        >
          {named ? w.find.noneText : team ? undefined : w.noneText}
        </EmptyState>
      )}
      <LoadMore href={nextPage(address, next, kept)} label={words.common.more} />
    </>
  );
});
