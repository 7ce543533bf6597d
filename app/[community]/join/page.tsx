import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { fieldProps } from "@/components/ui/returned";
import { mySuspension } from "@/lib/members/queries";
import { myRequest } from "@/lib/members/requests/queries";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { relative } from "@/lib/text/dates";
import { type CommunityParams, legalOf, openCommunityPage } from "../open";
import { Suspended } from "../suspended";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).members.join });

/** One page for every way to stand before the community, so that its address can be given to anybody. */
export default orNothing(async function JoinPage({ params }: { params: CommunityParams }) {
  const { community, words } = await openCommunityPage(params);
  return (
    <div className="column">
      <PageHead
        title={words.members.joining.title({ community: community.name })}
        lead={<span lang={community.locale}>{community.purpose}</span>}
      />
      <div className="stack">
        <Way params={params} />
      </div>
    </div>
  );
});

async function Way({ params }: { params: CommunityParams }) {
  const { access, community, standing, words, slug, here, reader, formTo } = await openCommunityPage(params);
  const w = words.members.joining;
  if (!standing.personId)
    return (
      <>
        <p className="quiet">{community.joinMode === "invitation" ? w.invitation : w.visitor}</p>
        <div className="row">
          <ButtonLink href={paths.signUp(here)} kind="pri">
            {w.signUp}
          </ButtonLink>
          <ButtonLink href={paths.signIn(here)}>{w.signIn}</ButtonLink>
        </div>
      </>
    );
  const suspension = standing.suspended ? await mySuspension(access) : null;
  if (suspension) return <Suspended suspension={suspension} slug={slug} reader={reader} words={words} />;
  if (standing.role !== "none")
    return (
      <Notice kind="good" title={w.member} actions={<ButtonLink href={paths.community(slug)}>{w.home}</ButtonLink>} />
    );
  if (!standing.verified) return <Notice title={w.verify} />;
  if (community.joinMode === "invitation") return <p className="quiet">{w.invitation}</p>;
  if (community.joinMode === "request") return <ByRequest params={params} />;
  return (
    <>
      <p className="quiet">{w.open}</p>
      <Form {...formTo("join")} submitLabel={words.members.join}>
        <Agreement params={params} />
      </Form>
    </>
  );
}

async function ByRequest({ params }: { params: CommunityParams }) {
  const { access, words, reader, formTo } = await openCommunityPage(params);
  const mine = await myRequest(access);
  const w = words.members.joining;
  if (mine && mine.decision === null) {
    const when = relative(new Date(mine.askedAt), new Date(), reader);
    return (
      <>
        <Notice title={w.asked({ when })} />
        <Form {...formTo("withdraw-request")} submitLabel={w.withdraw} submitKind="sec" />
      </>
    );
  }
  const asked = formTo("ask-to-join");
  return (
    <>
      {mine?.decision === "turned down" ? (
        <Notice kind="bad" title={w.turnedDown}>
          {mine.reason} {w.askAgain}
        </Notice>
      ) : null}
      <p className="quiet">{w.request}</p>
      <Form {...asked} submitLabel={words.members.askToJoin}>
        <Field
          {...fieldProps(asked.returned, "message")}
          label={w.message}
          hint={w.messageHint}
          type="textarea"
          maxLength={1000}
          optional={words.common.optional}
          voice
        />
        <Agreement params={params} />
      </Form>
    </>
  );
}

/** What one agrees to stands beside the button, to be read first. */
async function Agreement({ params }: { params: CommunityParams }) {
  const { access, words, slug } = await openCommunityPage(params);
  const kinds = (await legalOf(access)).map(({ kind }) => kind);
  if (kinds.length === 0) return null;
  return (
    <p className="meta">
      {words.members.joining.agree}{" "}
      {kinds.map((kind) => (
        <span key={kind}>
          <Link className="link" href={paths.legal(slug, kind)}>
            {words.brands.legalKinds[kind]}
          </Link>{" "}
        </span>
      ))}
    </p>
  );
}
