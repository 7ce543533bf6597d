import type { Tx } from "@/db/client";
import type { CommunityAccess } from "@/lib/access/gate";
import { may, type SpaceRules } from "@/lib/access/policy";
import { countWithin, network } from "@/lib/accounts/attempts";
import { setting } from "@/lib/settings/queries";
import { factsOf } from "./facts";
import { type LimitName, settingOf } from "./numbers";
import { allowed, trustOf } from "./trust";

// Its own file because the commands of other nouns end in it.

/**
 * Counts one act of a person against a limit of their community, and refuses it with 429 and the time when it is one too many.
 * Call it first in the change of a write: what is refused later, or was sent before under the same key, is not counted then, and the
 * lock that it takes comes before that of any thread.
 */
export async function countAct(
  tx: Tx,
  access: CommunityAccess & { space?: SpaceRules },
  name: LimitName,
): Promise<void> {
  const { viewer, community, standing, space } = access;
  // The demo world and imports tell of other days.
  if (viewer.actingAt) return;
  if (space ? may.moderate(standing, space) : may.answerReports(standing)) return;
  const { most, minutes } = await setting({ communityId: community.id }, settingOf[name], tx);
  const { personId } = viewer;
  const trust = personId ? trustOf(await factsOf(tx, { community, standing, personId })) : "newcomer";
  const key = `${name} ${community.id} ${personId ?? network(viewer.address)}`;
  await countWithin(tx, { key, max: allowed(most, trust), span: minutes * 60 }, `limits.${name}`);
}
