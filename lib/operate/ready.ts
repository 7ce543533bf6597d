import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";

const patience = 2_000;
const newest = Math.max(0, ...journal.entries.map(({ when }) => when));

/** Whether requests should be sent here: the database answers, and knows every migration this build needs. */
export async function isReady(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  try {
    return await Promise.race([migrated(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

async function migrated(): Promise<boolean> {
  try {
    const { rows } = await db().execute<{ last: string | null }>(
      sql`select max(created_at)::text as last from drizzle.__drizzle_migrations`,
    );
    return Number(rows[0]?.last ?? -1) >= newest;
  } catch {
    return false;
  }
}
