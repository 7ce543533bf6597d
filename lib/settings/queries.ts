import { and, eq, inArray, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { type Database, db, type Tx } from "@/db/client";
import {
  brandSettings,
  communitySettings,
  memberSettings,
  operatorSettings,
  personSettings,
} from "@/db/schema/settings";
import { type Level, levels, registry, type SettingKey, type SettingValue } from "./registry";

/** Whose choices count. Leave out what does not apply; the operator's always do. */
export type Place = { brandId?: string; communityId?: string; personId?: string };

// An id that nobody has, so that one query serves every place.
const nobody = "00000000-0000-0000-0000-000000000000";

export async function setting<K extends SettingKey>(place: Place, key: K, on: Database | Tx = db()) {
  return (await settings(place, [key], on))[key];
}

/** Several settings by one query. */
export async function settings<K extends SettingKey>(place: Place, keys: readonly K[], on: Database | Tx = db()) {
  const { brandId = nobody, communityId = nobody, personId = nobody } = place;
  const wanted = [...keys];
  const rows = await unionAll(
    on
      .select({ level: level("operator"), key: operatorSettings.key, value: operatorSettings.value })
      .from(operatorSettings)
      .where(inArray(operatorSettings.key, wanted)),
    on
      .select({ level: level("brand"), key: brandSettings.key, value: brandSettings.value })
      .from(brandSettings)
      .where(and(eq(brandSettings.brandId, brandId), inArray(brandSettings.key, wanted))),
    on
      .select({ level: level("community"), key: communitySettings.key, value: communitySettings.value })
      .from(communitySettings)
      .where(and(eq(communitySettings.communityId, communityId), inArray(communitySettings.key, wanted))),
    on
      .select({ level: level("member"), key: memberSettings.key, value: memberSettings.value })
      .from(memberSettings)
      .where(
        and(
          eq(memberSettings.communityId, communityId),
          eq(memberSettings.personId, personId),
          inArray(memberSettings.key, wanted),
        ),
      ),
    on
      .select({ level: level("person"), key: personSettings.key, value: personSettings.value })
      .from(personSettings)
      .where(and(eq(personSettings.personId, personId), inArray(personSettings.key, wanted))),
  );
  const nearestFirst = rows.sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level));
  const chosen = (key: K) =>
    read(key, nearestFirst.find((row) => row.key === key && registry[key].levels.includes(row.level))?.value);
  return Object.fromEntries(keys.map((key) => [key, chosen(key)])) as { [P in K]: SettingValue<P> };
}

const level = (name: Level) => sql<Level>`${name}`.as("level");

/** A stored value that no longer fits (an option that was dropped) falls back to the default. */
function read(key: SettingKey, stored: unknown) {
  const { schema, default: fallback } = registry[key];
  if (stored === undefined) return fallback;
  const parsed = schema.safeParse(stored);
  // A text of digits alone comes back from this layer as the number it looks like.
  const again = parsed.success ? parsed : schema.safeParse(String(stored));
  return again.success ? again.data : fallback;
}
