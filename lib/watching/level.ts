import { type SQL, sql } from "drizzle-orm";
import type { levels } from "@/db/schema/watching";

// Its own file because the gate, the lists, what is new and who is told must mean the same by it.

export type Level = (typeof levels)[number];

/** Of a thread `t`: what somebody chose for it, or else for its space; null where they chose neither. */
export const chosenFor = (personId: string | SQL | null): SQL => sql`coalesce(
  (select l.level from thread_levels l where l.community_id = t.community_id and l.thread_id = t.id and l.person_id = ${personId}),
  (select l.level from space_levels l where l.community_id = t.community_id and l.space_id = t.space_id and l.person_id = ${personId}))`;

/** They want to hear nothing of it. */
export const notMuted = (personId: string | SQL | null): SQL => sql`${chosenFor(personId)} is distinct from 'mute'`;

/**
 * How closely somebody follows a thread `t`, of which `r` is their row, if they have one. Without a choice they follow what
 * they wrote in, unless they switched that off, and what they have read. Worked out at reading: writing costs nothing more,
 * and nothing that was only worked out ever stands above a choice.
 */
export const levelOf = (personId: string | null): SQL => sql`coalesce(${chosenFor(personId)}, case
  when r.posts > 0 then case when exists (select from person_settings c where c.person_id = ${personId}
    and c.key = 'followWritten' and c.value = 'false'::jsonb) then 'normal' else 'track' end
  when r.read_position > 0 or r.read_at is not null then 'track' else 'normal' end)`;

/** Whether a list says how much is new in it. */
export const counts = (level: Level): boolean => level === "track" || level === "watch";
