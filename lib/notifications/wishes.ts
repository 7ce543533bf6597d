import type { Database, Tx } from "@/db/client";
import { type Place, settings } from "@/lib/settings/queries";
import { registry, type SettingKey, type SettingValue, type Way } from "@/lib/settings/registry";
import { type Kind, kinds } from "./kinds";
import { nextDigest, type Quiet, type Rhythm } from "./times";

// Its own file because who is told and who is mailed ask for the same wishes, one by the batch and one by the person.

export const wishKeys = [
  "tellMention",
  "tellAnswer",
  "tellQuote",
  "tellWatched",
  "tellStarted",
  "tellAccepted",
  "tellReaction",
  "tellModeration",
  "quietFrom",
  "quietTo",
  "digestEvery",
  "digestHour",
  "mailsADay",
] as const satisfies readonly SettingKey[];
type WishKey = (typeof wishKeys)[number];
type Chosen = { [K in WishKey]: SettingValue<K> };

/** How one person wants to hear of things. */
export interface Wishes {
  readonly way: (kind: Kind) => Way;
  readonly quiet: Quiet;
  readonly rhythm: Rhythm;
  readonly mailsADay: number;
}

/** What was stored, by key; what is missing or fits no longer is as usual. */
export function wishesFrom(stored: Readonly<Record<string, unknown>>, zone: string): Wishes {
  const chosen = Object.fromEntries(
    wishKeys.map((key) => {
      const { schema, default: usual } = registry[key];
      const parsed = schema.safeParse(stored[key]);
      return [key, parsed.success ? parsed.data : usual];
    }),
  ) as Chosen;
  return {
    way: (kind) => {
      const { setting } = kinds[kind];
      return setting ? chosen[setting] : "app";
    },
    quiet: { zone, from: chosen.quietFrom === "none" ? null : Number(chosen.quietFrom), to: Number(chosen.quietTo) },
    rhythm: { every: chosen.digestEvery, hour: Number(chosen.digestHour) },
    mailsADay: Number(chosen.mailsADay),
  };
}

export const wishesOf = async (place: Place, zone: string, on: Database | Tx) =>
  wishesFrom(await settings(place, wishKeys, on), zone);

/** Time to read it in the app, and for its writer to take it back. Milliseconds. */
export const patience = 3 * 60_000;

export type Letter = { letter: "alone" | "digest"; letterAt: Date };

/** What is to come by mail of something that happened now, and not before when. */
export function letterOf(kind: Kind, wishes: Wishes, now: Date): Letter | undefined {
  const way = wishes.way(kind);
  if (way === "mail") return { letter: "alone", letterAt: new Date(now.getTime() + patience) };
  return way === "digest" ? forDigest(wishes, now) : undefined;
}

export function forDigest({ rhythm, quiet }: Wishes, now: Date): Letter | undefined {
  const letterAt = nextDigest(now, rhythm, quiet);
  return letterAt && { letter: "digest", letterAt };
}
