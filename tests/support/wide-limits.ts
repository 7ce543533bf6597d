import { Client } from "pg";
import { greatest, limitNames, settingOf, spans } from "@/lib/moderation/limits/numbers";

/** Nobody writes as fast as a test does: limits as wide as they go. */
export const wide = Object.fromEntries(
  limitNames.map((name) => [name, { most: greatest, minutes: spans[0] }]),
) as Record<(typeof limitNames)[number], { most: number; minutes: number }>;

/** The same for every community of a database that another process serves. */
export async function widenLimits(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const name of limitNames)
    await client.query(
      "insert into community_settings (community_id, key, value) select id, $1, $2 from communities on conflict do nothing",
      [settingOf[name], JSON.stringify(wide[name])],
    );
  await client.end();
}
