import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { BadgeFigure } from "@/components/figures/badge-figure";
import { Looks } from "@/components/members/looks";
import { ProfileHead } from "@/components/members/profile-head";
import { ButtonLink } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { may } from "@/lib/access/policy";
import { badgesOf } from "@/lib/badges/queries";
import { whoLooked } from "@/lib/moderation/looks/queries";
import { paths } from "@/lib/paths";
import { absolute, day, relative } from "@/lib/text/dates";
import { roleTag } from "../../person";
import { MySettings } from "./my-settings";
import { type MemberParams, openMemberPage } from "./open";
import { TookPart } from "./took-part";

/** No title: a name in it would be asked for twice, and here only who may see it asks at all. */
export const metadata: Metadata = { robots: "noindex" };

export default orNothing(async function MemberPage({ params }: { params: MemberParams }) {
  const { person, viewer, self, words, slug, standing, community, reader, formTo } = await openMemberPage(params);
  const [badges, looks] = await Promise.all([badgesOf(viewer, person.id), self ? whoLooked(viewer) : []]);
  const w = words.members;
  const now = new Date();
  return (
    <div className="column">
      <ProfileHead
        name={person.name ?? w.gone}
        image={person.avatarFileId ? paths.picture(person.avatarFileId, "large") : null}
        representative={person.role === "representative"}
        role={roleTag(words, person)}
        bio={person.bio}
        noBio={person.unclaimed ? w.unclaimed : w.noBio}
        note={person.role === "representative" ? w.represents({ brand: community.brand.name }) : undefined}
        actions={
          <>
            {self ? <ButtonLink href={paths.settingsOf("profile")}>{w.editProfile}</ButtonLink> : null}
            {self ? (
              <ButtonLink href={paths.statements(slug)} kind="qui">
                {words.moderation.statements.toAll}
              </ButtonLink>
            ) : null}
            {self && may.leave(standing) ? (
              <ButtonLink href={paths.leave(slug)} kind="qui">
                {w.leave}
              </ButtonLink>
            ) : null}
            {!self && may.openDesk(standing) ? (
              <ButtonLink href={paths.managePerson(slug, person.id)}>{words.communities.nav.manage}</ButtonLink>
            ) : null}
            {!self && may.answerReports(standing) ? (
              <ButtonLink href={paths.history(slug, person.id)}>{words.moderation.history.short}</ButtonLink>
            ) : null}
            {self || person.blocked ? null : (
              <ButtonLink href={paths.member(slug, person.id, "block")} kind="qui">
                {words.blocks.block}
              </ButtonLink>
            )}
            {self ? null : (
              <ButtonLink href={paths.report(slug, paths.member(slug, person.id))} kind="qui">
                {words.moderation.report}
              </ButtonLink>
            )}
          </>
        }
      />
      {person.blocked ? (
        <div className="profile-blocked">
          <Notice
            kind="accent"
            title={words.blocks.blocked({ name: person.name ?? w.gone })}
            actions={
              <Form {...formTo("unblock")} submitLabel={words.blocks.unblock} submitKind="sec" submitSmall>
                <input type="hidden" name="person" value={person.id} />
              </Form>
            }
          >
            {words.blocks.blockedText}
          </Notice>
        </div>
      ) : null}
      <DefinitionList
        items={[
          { term: w.roleLabel, detail: person.owner ? w.role.owner : w.role[person.role] },
          { term: w.since, detail: day(new Date(person.joinedAt), reader) },
          ...(person.broughtBy
            ? [
                {
                  term: w.broughtBy,
                  detail: (
                    <Link className="link" href={paths.member(slug, person.broughtBy.id)}>
                      {person.broughtBy.name ?? w.gone}
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
      <section className="section" aria-labelledby="badges">
        <h2 className="h2 mb-4" id="badges">
          {w.badges}
        </h2>
        {badges.length ? (
          <ul className="lines">
            {badges.map((badge) => (
              <li key={badge.grantId} className="person">
                <BadgeFigure
                  name={badge.name}
                  motif={badge.motif}
                  number={badge.number ?? undefined}
                  of={badge.editionSize ?? undefined}
                  label=""
                  size={56}
                />
                <span>
                  <b>
                    <Link href={paths.badge(slug, badge.slug)}>
                      {badge.number && badge.editionSize
                        ? w.badgeNumber({ badge: badge.name, number: badge.number, of: badge.editionSize })
                        : badge.name}
                    </Link>
                  </b>
                  <span className="said block">{badge.reason}</span>
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{w.noBadges}</p>
        )}
      </section>
      <TookPart viewer={viewer} person={person} on={{ words, reader, slug }} />
      {self ? (
        <Looks
          words={w.looks}
          looks={looks.map(({ id, who, what, at }) => ({
            key: id,
            line: w.looks.line({ who: who ?? w.gone, what: w.looks.what[what] }),
            iso: at,
            when: relative(new Date(at), now, reader),
            absolute: absolute(new Date(at), reader),
          }))}
        />
      ) : null}
      {self ? <MySettings access={viewer} /> : null}
    </div>
  );
});
