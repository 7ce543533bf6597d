import { type SQL, sql } from "drizzle-orm";
import type { PulseAudience } from "@/db/schema/pulse";

// The one place that says when a word is the community's own, and who may know of it at all.

/** So many members say that it is theirs, and fewer that it is not. */
export const enough = 3;

type Here = { readonly id: string; readonly brandId: string };

/** Of votes `v`: those of members. Whoever joined the brand since, or left, counts no more. */
const byMembers = ({ id, brandId }: Here): SQL => sql`
  from term_votes v join memberships m on m.community_id = v.community_id and m.person_id = v.person_id
    and (m.role = 'member' or (m.role = 'representative' and not m.employed))
  where v.community_id = ${id} and not exists (select from brand_owners o where o.brand_id = ${brandId} and o.person_id = v.person_id)`;

/** Of every word with votes: how many say that it is theirs, and how many that it is not. */
export const tallies = (community: Here): SQL => sql`
  select v.term_id, count(*) filter (where v.ours)::int as ours, count(*) filter (where not v.ours)::int as others
  ${byMembers(community)} group by v.term_id`;

/** Of a tally `y`, which may be missing. */
export const isOurs = sql`(y.ours >= ${enough} and y.ours > y.others)`;
export const isNotOurs = sql`(y.others >= ${enough} and y.others >= y.ours)`;

/** The audiences whose reading is part of one's own, the widest first. */
export const reach: Record<PulseAudience, readonly PulseAudience[]> = {
  whole: ["whole", "members", "public"],
  members: ["members", "public"],
  public: ["public"],
};

const readBy: Record<PulseAudience, SQL> = {
  whole: sql`true`,
  members: sql`s.read_audience in ('everyone', 'members')`,
  public: sql`s.read_audience = 'everyone'`,
};

/**
 * The use `u` of a term `t`: counted from the widest reading that is this audience's too. None where a space in which it was said
 * is closed to that audience by now.
 */
export function usesFor(communityId: string, audience: PulseAudience): SQL {
  const mine = reach[audience];
  const open = mine.map(
    (one) =>
      sql`when ${one} then array(select s.id from spaces s where s.community_id = ${communityId} and ${readBy[one]})`,
  );
  return sql`lateral (
    select u.* from term_uses u where u.community_id = t.community_id and u.term_id = t.id and u.audience in (${sql.join(
      mine.map((one) => sql`${one}`),
      sql`, `,
    )}) and u.spaces <@ case u.audience ${sql.join(open, sql` `)} end
    order by array_position(array[${sql.join(
      mine.map((one) => sql`${one}`),
      sql`, `,
    )}]::text[], u.audience) limit 1) u`;
}

/** The lore `l` of a term `t`: its last wording, as long as nobody took it out, for those who could read of the word when it was written. */
export const loreFor = (audience: PulseAudience): SQL => sql`lateral (
  select x.* from term_lore x where x.community_id = t.community_id and x.term_id = t.id order by x.version desc limit 1) l
  on l.removed_at is null and l.text <> '' and ${audience === "public" ? sql`l.readers = 'public'` : sql`true`}`;

/** Of a wording `l`, the last one: counted up by every wording and by every removal, so that neither is overwritten unseen. */
export const revision = sql`(l.version + (select count(*) from term_lore z where z.community_id = l.community_id and z.term_id = l.term_id
  and z.removed_at is not null))::int`;
