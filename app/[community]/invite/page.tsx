import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { InvitationTable } from "@/components/members/invitation-table";
import { PageHead } from "@/components/shell/page-head";
import { Card } from "@/components/ui/card";
import { CopyField } from "@/components/ui/copy-field";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { fieldProps } from "@/components/ui/returned";
import { openMember } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { readCursor } from "@/lib/communities/keyset";
import { env } from "@/lib/env";
import { lives } from "@/lib/members/invitations/input";
import { freshToken, myInvitations } from "@/lib/members/invitations/queries";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { invitationRow } from "../invitation-row";
import { MembersOnly } from "../members-only";
import { type CommunityParams, nextPage, one, openCommunityPage, type Search } from "../open";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).members.invite.title });

export default orNothing(async function InvitePage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const page = await openCommunityPage(params);
  const { access, words, slug, standing, reader, formTo } = page;
  if (!may.invite(standing)) return <MembersOnly access={access} reader={reader} />;
  const member = openMember(access);
  const { made, sent, after } = await searchParams;
  const [mine, token] = await Promise.all([
    myInvitations(member, readCursor(one(after))),
    one(made) ? freshToken(member, one(made)!) : undefined,
  ]);
  const w = words.members.invite;
  const [byMail, byLink] = [formTo("invite-by-mail"), formTo("invite-by-link")];
  const days = lives.map((n) => ({ value: String(n), label: w.life({ n }) }));
  return (
    <div className="stack">
      <PageHead title={w.title} lead={w.lead} />
      {sent ? <Notice kind="good" live title={w.sent} /> : null}
      {token ? (
        <CopyField
          label={w.fresh}
          value={env.origin + paths.invitation(slug, token)}
          copyLabel={w.copy}
          copiedLabel={w.copied}
          hint={w.freshHint}
        />
      ) : null}
      <div className="grid gap-6 md:grid-cols-2">
        <Card title={w.mail}>
          <p className="quiet">{w.mailText}</p>
          <Form {...byMail} submitLabel={w.send}>
            <Field {...fieldProps(byMail.returned, "email")} label={w.email} type="email" required maxLength={254} />
            <Field
              {...fieldProps(byMail.returned, "days", "14")}
              id="mail-days"
              label={w.days}
              type="select"
              options={days}
            />
          </Form>
        </Card>
        <Card title={w.link}>
          <p className="quiet">{w.linkText}</p>
          <Form {...byLink} submitLabel={w.make}>
            <Field
              {...fieldProps(byLink.returned, "uses", "5")}
              label={w.uses}
              type="number"
              min={1}
              max={500}
              required
              inputMode="numeric"
            />
            <Field
              {...fieldProps(byLink.returned, "days", "14")}
              id="link-days"
              label={w.days}
              type="select"
              options={days}
            />
          </Form>
        </Card>
      </div>
      <section className="section" aria-labelledby="mine">
        <h2 className="h2 mb-4" id="mine">
          {w.mine}
        </h2>
        {mine.rows.length ? (
          <InvitationTable
            caption={w.mine}
            words={w.columns}
            rows={mine.rows.map((invitation) => invitationRow(page, invitation))}
          />
        ) : (
          <p className="quiet">{w.none}</p>
        )}
        <LoadMore href={nextPage(paths.invite(slug), mine.next)} label={words.common.more} />
      </section>
    </div>
  );
});
