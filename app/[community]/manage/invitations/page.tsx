import { orNothing } from "@/app/_frames/or-nothing";
import { InvitationTable } from "@/components/members/invitation-table";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { readCursor } from "@/lib/communities/keyset";
import { allInvitations } from "@/lib/members/invitations/queries";
import { paths } from "@/lib/paths";
import { invitationRow } from "../../invitation-row";
import { type CommunityParams, nextPage, one, type Search } from "../../open";
import { openDeskPage } from "../open";

export default orNothing(async function InvitationsPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const page = await openDeskPage(params);
  const { desk, words, slug } = page;
  const { rows, next } = await allInvitations(desk, readCursor(one((await searchParams).after)));
  const w = words.manage;
  return (
    <>
      <PageHead
        title={w.invitations}
        actions={<ButtonLink href={paths.invite(slug)}>{words.communities.nav.invite}</ButtonLink>}
      />
      {rows.length ? (
        <InvitationTable
          caption={w.invitations}
          words={words.members.invite.columns}
          rows={rows.map((invitation) => invitationRow(page, invitation, true))}
        />
      ) : (
        <EmptyState title={w.noInvitations}>{w.noInvitationsText}</EmptyState>
      )}
      <LoadMore href={nextPage(paths.manage(slug, "invitations"), next)} label={words.common.more} />
    </>
  );
});
