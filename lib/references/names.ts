import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { uuid } from "@/lib/text/markdown/ids";

// Its own file because every list that shows first words of stored texts asks it: news, bookmarks, what was flagged.

const spoken = new RegExp(`@\\{(${uuid})\\}`, "g");

/** The names of now of those whom these stored texts speak to; one query, none where they speak to nobody. */
export async function namesIn(texts: readonly string[]): Promise<(id: string) => string> {
  const ids = [...new Set(texts.flatMap((text) => [...text.matchAll(spoken)].map(([, id]) => id!)))];
  if (ids.length === 0) return () => "…";
  const { rows } = await db().execute<{ id: string; name: string | null }>(sql`
    select id, name from people where id = any(${sql.param(ids)}::uuid[])`);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "…";
}
