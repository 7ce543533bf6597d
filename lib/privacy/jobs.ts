import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Due, defineJob, everyNight } from "@/lib/jobs/define";

import { eraseRows } from "./erase";

// What the clock does for people who never asked for an account.

/** Somebody invited whose invitations are all over for a month; somebody who left an address with a report half a year ago. */
async function guestsToForget(on: Database): Promise<Due[]> {
  const { rows } = await on.execute<Due>(sql`
    select p.id::text as subject, 'once' as period from people p
    where (p.state = 'invited' and p.created_at < now() - interval '30 days' and not exists (
        select 1 from invitations i where i.person_id = p.id and i.withdrawn_at is null and i.expires_at > now() - interval '30 days'))
      or (p.state = 'contact' and not exists (
        select 1 from reports r where r.person_id = p.id and r.made_at > now() - interval '180 days'))
    order by p.id limit 500`);
  return rows;
}

export const forgetGuests = defineJob({
  kind: "privacy.forgetGuests",
  every: everyNight,
  due: guestsToForget,
  run: async (tx, personId) => void (await eraseRows(tx, personId, "name")),
});
