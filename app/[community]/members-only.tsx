import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { CommunityAccess } from "@/lib/access/gate";
import { mySuspension } from "@/lib/members/queries";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";
import type { Reader } from "@/lib/text/dates";
import { Suspended } from "./suspended";

/** The door of what members see. */
export async function MembersOnly({ access, reader }: { access: CommunityAccess; reader: Reader }) {
  const { words } = await openPage();
  const suspension = access.standing.suspended ? await mySuspension(access) : null;
  if (suspension)
    return <Suspended suspension={suspension} slug={access.community.slug} reader={reader} words={words} />;
  const w = words.communities;
  return (
    <>
      <h1 className="vh">{words.members.many}</h1>
      <EmptyState
        title={w.membersOnly.title}
        action={
          <ButtonLink href={paths.join(access.community.slug)} kind="pri">
            {w.nav.join}
          </ButtonLink>
        }
      >
        {w.membersOnly.text({ community: access.community.name })}
      </EmptyState>
    </>
  );
}
