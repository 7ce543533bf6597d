import { type SQL, sql } from "drizzle-orm";

// Its own file because every list of people, and what is told of one, must mean the same by what somebody keeps to themselves.

/** Of a membership `m`: they did not choose to keep this to themselves. */
export const shows = (key: "inDirectory" | "activityShown" | "bringerShown" | "inPulse"): SQL => sql`not exists (
  select from member_settings x where x.community_id = m.community_id and x.person_id = m.person_id
    and x.key = ${key} and x.value = 'false'::jsonb)`;

/** Who chose not to stand in the directory is met only where they speak. */
export const wantsToBeListed = shows("inDirectory");
