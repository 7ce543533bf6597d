import type { DeskAccess } from "@/lib/access/gate";
import { settings } from "@/lib/settings/queries";
import { type Limit, type LimitName, limitNames, settingOf } from "./numbers";

/** The five numbers of a community, as they stand. */
export async function limitsOf({ community }: DeskAccess): Promise<Record<LimitName, Limit>> {
  const chosen = await settings({ communityId: community.id }, Object.values(settingOf));
  return Object.fromEntries(limitNames.map((name) => [name, chosen[settingOf[name]]])) as Record<LimitName, Limit>;
}
