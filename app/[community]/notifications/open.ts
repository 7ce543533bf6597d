import { type CommunityAccess, insideOf, openMember, openMemberInside, openSpaces } from "@/lib/access/gate";

/** Everything a member reads, closed spaces too: what was said there is still theirs to find. */
export async function everythingRead(access: CommunityAccess) {
  const member = openMember(access);
  const spaces = (await openSpaces(access, true)).flatMap((one) => ("inside" in one ? one.inside : []));
  return openMemberInside(insideOf(member, spaces));
}
