import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { personSettings } from "@/db/schema/settings";
import type { SettingKey } from "./registry";

// Its own file because other commands choose for a person by the way, within their own transaction.

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
