import { openMember, openNewcomer } from "@/lib/access/gate";
import { inviteByLink, inviteByMail, redeemInvitation } from "@/lib/members/invitations/commands";
import { invitationToken } from "@/lib/members/invitations/token";
import { instantOf } from "../calendar";
import type { Community, Invitation } from "../read";
import { type Plan, type Step, stepNames } from "../step";

/** Who brought whom: every invitation, and whoever came by it. */
export const invitationSteps = (plan: Plan): Step[] =>
  plan.world.brands.flatMap(({ communities }) =>
    communities.flatMap((community) =>
      community.invitations.flatMap((invitation, index) => stepsOf(invitation, index + 1, community, plan)),
    ),
  );

/** A link on a notice board may be used by this many. */
const usesOfLink = 25;

function stepsOf(invitation: Invitation, nth: number, { slug, zone, members }: Community, { today }: Plan): Step[] {
  const { from, to, sent, expires, used } = invitation;
  const name = stepNames.invitation(slug, nth);
  const days = expires - sent.day;
  return [
    {
      at: instantOf(sent, zone, today),
      name,
      run: async (cast, { at, key }) => {
        const host = openMember(await cast.enter(slug, from, at));
        return to
          ? inviteByMail(host, { email: to, days }, { key })
          : inviteByLink(host, { uses: usesOfLink, days }, { key });
      },
    },
    ...members
      .filter(({ person }) => used.includes(person))
      .map(
        ({ person, joined }): Step => ({
          at: instantOf(joined, zone, today),
          name: `${person} comes to ${slug} by invitation`,
          run: async (cast, { at, key }) => {
            const token = invitationToken(cast.id(name, "invitationId"));
            return redeemInvitation(openNewcomer(await cast.enter(slug, person, at)), { token }, { key });
          },
        }),
      ),
  ];
}
