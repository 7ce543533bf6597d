import { refuse } from "@/lib/errors";
import { openSpaces } from "./gate";
import { mint } from "./mint";
import { may } from "./policy";
import type { CommunityAccess, PulseAccess } from "./proofs";

// The gate of the pulse: who sees it, and counted from whose reading.

/** The widest one they belong to. It is not there for who is not shown it. */
export async function openPulse(access: CommunityAccess): Promise<PulseAccess> {
  const { standing, community } = access;
  if (!may.readPulse(standing, community)) throw refuse.notFound();
  const spaces = await openSpaces(access, true);
  const takesPart = standing.verified && may.seeMembers(standing);
  return mint({
    ...access,
    inside: spaces.flatMap((one) => ("inside" in one ? one.inside.space : [])),
    pulse: may.openDesk(standing) ? ("whole" as const) : takesPart ? ("members" as const) : ("public" as const),
  });
}
