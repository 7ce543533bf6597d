import type { z } from "zod";
import type { DeskAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { storeHere } from "@/lib/settings/store";
import { when, write } from "@/lib/write";
import type { changeLimitsInput } from "./input";
import { limitNames, settingOf } from "./numbers";

/** Counts for whatever is done from now on, also against what was done before. */
export async function changeLimits(
  access: DeskAccess,
  limits: z.infer<typeof changeLimitsInput>,
  { key }: { key: string },
): Promise<{ communityId: string }> {
  const { id } = access.community;
  return write(access, key, "limits.change", { communityId: id, limits }, async (tx) => {
    const choices = limitNames.map((name) => ({ key: settingOf[name], value: limits[name] }));
    await storeHere(tx, { communityId: id, changedBy: access.personId }, choices);
    await record(tx, "setting changed", { communityId: id, actorId: access.personId, objectId: id, at: when(access) });
    return { communityId: id };
  });
}
