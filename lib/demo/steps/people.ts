import { importPerson } from "@/lib/accounts/import";
import { instantOf } from "../calendar";
import type { Community, Member, Person } from "../read";
import { type Plan, type Step, stepNames } from "../step";

const minute = 60_000;

/** Nobody in the demo has a password: one signs in there with one click. */
export function peopleSteps(plan: Plan): Step[] {
  const arrivals = firstDeeds(plan);
  return [...plan.world.people.values()].map((person) => ({
    at: new Date(arrivals.get(person.key)!.getTime() - 20 * minute),
    name: stepNames.account(person.key),
    run: (cast, { at, key }) => importPerson(cast.system(at), factsOf(person), { key }),
  }));
}

const factsOf = ({ name, email, bio, zone, languages }: Person) => ({
  name,
  email,
  bio,
  zone,
  // Who speaks English first has chosen nothing, so that whoever tries the demo as them sees their own browser's language.
  locale: languages[0] === "de" ? "de" : null,
});

/** Who came without an invitation where one asks to come in had asked a while before. */
export const askedAt = (joined: Date) => new Date(joined.getTime() - 180 * minute);
export const cameByAsking = ({ joining }: Community, { role, broughtBy }: Member) =>
  joining === "request" && role !== "owner" && !broughtBy;

/** When each person is first heard of. */
function firstDeeds({ world, today }: Plan): Map<string, Date> {
  const first = new Map<string, Date>();
  const heardOf = (person: string, at: Date) => {
    const before = first.get(person);
    if (!before || at < before) first.set(person, at);
  };
  for (const { owners, communities } of world.brands)
    for (const community of communities) {
      const at = (moment: Parameters<typeof instantOf>[0]) => instantOf(moment, community.zone, today);
      for (const owner of owners) heardOf(owner, at(community.founded));
      for (const member of community.members) {
        const joined = at(member.joined);
        heardOf(member.person, cameByAsking(community, member) ? askedAt(joined) : joined);
      }
      for (const request of community.requests) heardOf(request.who, at(request));
      for (const outsider of community.outsiders) heardOf(outsider, at({ day: -9, at: "18:10" }));
    }
  return first;
}
