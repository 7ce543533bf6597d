import { insideOf, openMember, openMemberInside, openSpaces } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { refuse } from "@/lib/errors";
import { memberPage } from "@/lib/members/queries";
import { openCommunityPage } from "../../open";

export type MemberParams = Promise<{ community: string; member: string }>;

/** An address without a space in it: for who may not see members, it is not there. What was said in closed spaces is read still. */
export async function openMemberPage(params: MemberParams) {
  const page = await openCommunityPage(params);
  const { access, standing } = page;
  if (!may.seeMembers(standing) || !standing.verified) throw refuse.notFound();
  const person = await memberPage(openMember(access), (await params).member);
  const spaces = await openSpaces(access, true);
  const viewer = openMemberInside(
    insideOf(
      access,
      spaces.flatMap((one) => ("inside" in one ? one.inside : [])),
    ),
  );
  return { ...page, person, viewer, self: person.id === viewer.personId };
}
