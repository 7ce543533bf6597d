import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { openInvitation } from "@/lib/members/invitations/queries";
import { mySuspension } from "@/lib/members/queries";
import { paths } from "@/lib/paths";
import { openCommunityPage } from "../../open";
import { Suspended } from "../../suspended";

type Params = Promise<{ community: string; token: string }>;

/** The address is the key: it is passed on to nobody by a link of the page, and stands in no index. */
export const metadata: Metadata = { robots: "noindex", referrer: "same-origin" };

export default orNothing(async function InvitationPage({ params }: { params: Params }) {
  const { access, community, words } = await openCommunityPage(params);
  const { token } = await params;
  const offer = await openInvitation(access, token);
  const w = words.members.invitation;
  return (
    <div className="column">
      <PageHead
        title={w.title({ community: community.name })}
        lead={w.from({ inviter: offer.inviter ?? words.members.gone })}
      />
      <div className="stack">
        <p className="said" lang={community.locale}>
          {community.purpose}
        </p>
        <Answer params={params} offer={offer} />
      </div>
    </div>
  );
});

type Offer = Awaited<ReturnType<typeof openInvitation>>;

async function Answer({ params, offer }: { params: Params; offer: Offer }) {
  const { access, standing, words, slug, here, reader, formTo } = await openCommunityPage(params);
  const w = words.members.invitation;
  const joining = words.members.joining;
  if (standing.role !== "none")
    return (
      <Notice
        kind="good"
        title={joining.member}
        actions={<ButtonLink href={paths.community(slug)}>{joining.home}</ButtonLink>}
      />
    );
  if (offer.state !== "open")
    return (
      <Notice title={w.states[offer.state]} actions={<ButtonLink href={paths.join(slug)}>{w.how}</ButtonLink>}>
        {w.stillJoin}
      </Notice>
    );
  if (!standing.personId)
    return (
      <>
        <p className="quiet">{joining.visitor}</p>
        <div className="row">
          <ButtonLink href={paths.signUp(here)} kind="pri">
            {joining.signUp}
          </ButtonLink>
          <ButtonLink href={paths.signIn(here)}>{joining.signIn}</ButtonLink>
        </div>
      </>
    );
  const suspension = standing.suspended ? await mySuspension(access) : null;
  if (suspension) return <Suspended suspension={suspension} slug={slug} reader={reader} words={words} />;
  if (offer.forAnother) return <Notice title={w.another}>{w.anotherText}</Notice>;
  if (!standing.verified && !offer.forMe) return <Notice title={joining.verify} />;
  return (
    <Form {...formTo("redeem-invitation")} submitLabel={w.accept}>
      <input type="hidden" name="token" value={(await params).token} />
    </Form>
  );
}
