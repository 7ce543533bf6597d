import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { communitySettings, personSettings } from "@/db/schema/settings";
import type { SettingKey } from "./registry";

// Its own file because other commands choose by the way, within their own transaction.

/** @param value one that the registry knows */
export async function storeMine(tx: Tx, personId: string, key: SettingKey, value: unknown): Promise<void> {
  await tx
    .insert(personSettings)
    .values({ key, value, changedBy: personId, personId })
    .onConflictDoUpdate({
      target: [personSettings.personId, personSettings.key],
      set: { value: sql`excluded.value`, changedBy: sql`excluded.changed_by`, changedAt: sql`now()` },
    });
}

/** What a community chose, all of it at once. @param choices ones that the registry knows */
export async function storeHere(
  tx: Tx,
  by: { communityId: string; changedBy: string | null },
  choices: readonly { key: SettingKey; value: unknown }[],
): Promise<void> {
  await tx
    .insert(communitySettings)
    .values(choices.map((choice) => ({ ...choice, ...by })))
    .onConflictDoUpdate({
      target: [communitySettings.communityId, communitySettings.key],
      set: { value: sql`excluded.value`, changedBy: sql`excluded.changed_by`, changedAt: sql`now()` },
    });
}
