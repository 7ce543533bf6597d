import { sql } from "drizzle-orm";
import { defineJob, everyMinute } from "@/lib/jobs/define";
import { enqueueMail } from "@/lib/mail/outbox";

/** Marks what is due, and sends one mail for each moment that somebody asked for. Whether its post may still be read is asked when the mail leaves. */
export const remindOfBookmarks = defineJob({
  kind: "bookmarks.remind",
  every: everyMinute,
  due: async (on) => {
    const { rows } = await on.execute<{ subject: string; period: string }>(sql`
      select community_id || '_' || id as subject, to_char(remind_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as period
      from bookmarks where due_at is null and remind_at <= now() order by remind_at limit 500`);
    return rows;
  },
  run: async (tx, subject) => {
    const [communityId, bookmarkId] = subject.split("_");
    const { rows } = await tx.execute<{ personId: string }>(sql`
      update bookmarks set due_at = now() where community_id = ${communityId} and id = ${bookmarkId} and due_at is null and remind_at <= now()
      returning person_id as "personId"`);
    const [due] = rows;
    if (!due || !communityId || !bookmarkId) return;
    await enqueueMail(tx, { personId: due.personId, kind: "reminder", params: { communityId, bookmarkId } });
  },
});
