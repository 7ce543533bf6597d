import { sql } from "drizzle-orm";
import { defineJob, everyHour } from "@/lib/jobs/define";
import { onceAn } from "@/lib/jobs/periods";
import { restorableDays } from "./remove";

/** What was removed and not brought back loses its words, in all its wordings, its pictures and what was fetched about its links. Its place and its mark stay. */
export const purgeRemovedPosts = defineJob({
  kind: "posts.purgeRemoved",
  every: everyHour,
  due: onceAn("hour"),
  run: async (tx) => {
    await tx.execute(sql`
      with gone as (
        update posts set text = '', html = '', removed_why = null
        where text <> '' and removed_at < now() - make_interval(days => ${restorableDays})
        returning community_id, id
      ), unseen as (
        update files f set state = 'orphan', thing_kind = null, thing_id = null, state_since = now() from gone
        where f.thing_kind = 'post' and f.thing_id = gone.id and f.community_id = gone.community_id
      ), unlinked as (
        delete from link_previews l using gone where l.community_id = gone.community_id and l.post_id = gone.id
      ), unspoken as (
        delete from post_mentions m using gone where m.community_id = gone.community_id and m.post_id = gone.id
      ), unquoted as (
        delete from post_quotes q using gone where q.community_id = gone.community_id and q.post_id = gone.id
      ), polls as (
        delete from decisions d using gone where d.community_id = gone.community_id and d.post_id = gone.id
      )
      delete from post_versions v using gone where v.community_id = gone.community_id and v.post_id = gone.id`);
  },
});
