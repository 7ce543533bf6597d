import { openNewcomer, openOwnMembership } from "@/lib/access/gate";
import { giveRole, joinCommunity, leaveCommunity } from "@/lib/members/commands";
import { giveDuty } from "@/lib/members/duties/commands";
import { askToJoin, decideRequest } from "@/lib/members/requests/commands";
import { spaceAtDesk } from "@/lib/spaces/queries";
import { instantOf } from "../calendar";
import type { Brand, Community, Member, Moment } from "../read";
import { type Plan, type Step, stepNames } from "../step";
import { askedAt, cameByAsking } from "./people";

/** How people came (but for those who were invited), what they do here, and who still waits at the door. */
export const memberSteps = (plan: Plan): Step[] =>
  plan.world.brands.flatMap((brand) => brand.communities.flatMap((community) => stepsOf(community, brand, plan)));

interface Here {
  community: Community;
  at: (moment: Moment) => Date;
  /** Who looks after the community at that moment: its manager, or whoever founded it. */
  leader: (at: Date) => string;
}

function stepsOf(community: Community, { owners }: Brand, { today }: Plan): Step[] {
  const founder = owners[0]!;
  const at: Here["at"] = (moment) => instantOf(moment, community.zone, today);
  const managers = community.members.filter(({ role }) => role === "manager");
  const leader: Here["leader"] = (when) => managers.find(({ joined }) => at(joined) < when)?.person ?? founder;
  const here = { community, at, leader };
  return [
    ...community.members.flatMap((member) => [
      ...(member.role === "owner" || member.broughtBy ? [] : entrance(member, here)),
      ...role(member, founder, here),
      ...duties(member, here),
    ]),
    ...absentFounder(founder, here),
    ...community.requests
      .filter(({ space }) => !space)
      .map((request) => asks(request.who, at(request), request.words, here)),
  ];
}

function entrance(member: Member, here: Here): Step[] {
  const { community, at, leader } = here;
  const { person } = member;
  const joined = at(member.joined);
  if (!cameByAsking(community, member))
    return [
      {
        at: joined,
        name: `${person} joins ${community.slug}`,
        run: async (cast, { key }) =>
          joinCommunity(openNewcomer(await cast.enter(community.slug, person, joined)), {}, { key }),
      },
    ];
  return [
    asks(person, askedAt(joined), "", here),
    {
      at: joined,
      name: `${person} is let into ${community.slug}`,
      run: async (cast, { key }) => {
        const request = cast.id(stepNames.request(community.slug, person), "requestId");
        const desk = await cast.lead(community.slug, leader(joined), joined);
        return decideRequest(desk, { request, decision: "let in", reason: "" }, { key });
      },
    },
  ];
}

const asks = (person: string, at: Date, message: string, { community }: Here): Step => ({
  at,
  name: stepNames.request(community.slug, person),
  run: async (cast, { key }) =>
    askToJoin(openNewcomer(await cast.enter(community.slug, person, at)), { message }, { key }),
});

/** Given by an owner in the moment of joining; nobody else may make a manager. */
function role({ person, role, employed, joined }: Member, founder: string, { community, at }: Here): Step[] {
  if (role === "member" || role === "owner") return [];
  return [
    {
      at: at(joined),
      name: `${person} is ${role} of ${community.slug}`,
      run: async (cast, step) => {
        const desk = await cast.lead(community.slug, founder, step.at);
        return giveRole(desk, { person: cast.person(person), role, employed }, step);
      },
    },
  ];
}

/** A moderator is asked after a week, when one knows them a little. */
function duties({ person, moderates = [], joined }: Member, { community, at, leader }: Here): Step[] {
  const places = moderates === "community" ? [null] : moderates;
  return places.map(
    (space): Step => ({
      at: at({ day: joined.day + 7, at: "12:00" }),
      name: `${person} moderates ${space ?? "all"} of ${community.slug}`,
      run: async (cast, step) => {
        const desk = await cast.lead(community.slug, leader(step.at), step.at);
        const spaceId = space && (await spaceAtDesk(desk, space)).id;
        return giveDuty(desk, { person: cast.person(person), space: spaceId }, step);
      },
    }),
  );
}

/** Founding makes the founder a member. Where the files do not list them, they left it to the manager and went. */
function absentFounder(founder: string, { community, at }: Here): Step[] {
  if (community.members.some(({ person }) => person === founder)) return [];
  const manager = community.members.find(({ role }) => role === "manager");
  if (!manager) throw new Error(`Nobody would look after ${community.slug}.`);
  return [
    {
      at: at({ ...manager.joined, day: manager.joined.day + 1 }),
      name: `${founder} leaves ${community.slug} to its manager`,
      run: async (cast, step) =>
        leaveCommunity(openOwnMembership(await cast.enter(community.slug, founder, step.at)), {}, step),
    },
  ];
}
