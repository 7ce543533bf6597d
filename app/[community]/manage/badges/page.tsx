import { orNothing } from "@/app/_frames/or-nothing";
import { BadgeGrants } from "@/components/badges/badge-grants";
import { PageHead } from "@/components/shell/page-head";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openDesk } from "@/lib/access/gate";
import { badgesHere, holdersHere, membersToGrant } from "@/lib/badges/queries";
import { communityOf, openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { one, type Search } from "../../open";

type Props = { params: Promise<{ community: string }>; searchParams: Search };

/** The desk for badges: grant one by hand (`?badge=` stands chosen), see who wears them, take one back. */
export default orNothing(async function ManageBadgesPage({ params, searchParams }: Props) {
  const { community } = await params;
  const { words, reader, form } = await openPage();
  const access = await communityOf(community).then(openDesk);
  const [badges, holders, members] = await Promise.all([
    badgesHere(access),
    holdersHere(access),
    membersToGrant(access),
  ]);
  const w = words.badges;
  const sent = form(doing.community(community, "grant-badge"));
  return (
    <>
      <PageHead title={w.many} lead={w.onlyOwner} />
      {badges.length === 0 ? (
        <EmptyState title={w.none}>{w.noneText}</EmptyState>
      ) : (
        <Card title={w.grant} roomy>
          <Form {...sent} submitLabel={w.grant}>
            <Field
              {...fieldProps(sent.returned, "badgeId", one((await searchParams).badge))}
              label={w.one}
              type="select"
              options={badges.map((b) => ({ value: b.id, label: b.name }))}
            />
            <Field
              {...fieldProps(sent.returned, "personId")}
              label={w.person}
              type="select"
              options={members.map((m) => ({ value: m.personId, label: m.name ?? "" }))}
            />
            <Field
              {...fieldProps(sent.returned, "reason")}
              label={w.reason}
              hint={w.reasonHint}
              required
              maxLength={300}
              voice
            />
          </Form>
        </Card>
      )}
      <BadgeGrants
        words={w}
        badges={badges.map((badge) => ({ ...badge, page: paths.badge(community, badge.slug) }))}
        grants={holders.map((g) => ({
          ...g,
          href: paths.member(community, g.personId),
          granted: w.grantedOn({ date: day(g.grantedAt, reader) }),
          revoke: form(doing.community(community, "revoke-badge")),
        }))}
      />
    </>
  );
});
