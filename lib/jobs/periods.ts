import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Due } from "./define";

/** For work about the whole instance, once an hour or day of UTC, by the database's clock. */
export const onceAn =
  (unit: "hour" | "day") =>
  async (on: Database): Promise<Due[]> => {
    const shape = unit === "hour" ? 'YYYY-MM-DD"T"HH24' : "YYYY-MM-DD";
    const { rows } = await on.execute<Due>(
      sql`select 'all' as subject, to_char(now() at time zone 'UTC', ${shape}) as period`,
    );
    return rows;
  };

/** For work about every community, once on each of its own days: the day that is running there now. */
export async function onceADayInEachCommunity(on: Database): Promise<Due[]> {
  const { rows } = await on.execute<Due>(
    sql`select id::text as subject, to_char(now() at time zone zone, 'YYYY-MM-DD') as period from communities`,
  );
  return rows;
}
