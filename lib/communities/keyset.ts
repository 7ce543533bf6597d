import { type SQL, sql } from "drizzle-orm";

// Its own file because every list of people, invitations, requests and reports is paged the same way: by a moment and an
// id, newest first, so that a page is found by its index however long the list is.

/** Rows of one page. */
export const pageSize = 40;

export interface Cursor {
  /** Microseconds since 1970: the database keeps that many, and a cursor that rounds would skip or repeat a row. */
  readonly at: string;
  readonly id: string;
}

export interface Page<Row> {
  readonly rows: Row[];
  /** For the address of the next page; none on the last. */
  readonly next?: string;
}

const form = /^(\d{1,17})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** From an address, so anything may stand there: what is no cursor is the first page. */
export function readCursor(text: unknown): Cursor | undefined {
  const [, at, id] = form.exec(typeof text === "string" ? text : "") ?? [];
  return at && id ? { at, id } : undefined;
}

export const microseconds = (at: SQL): SQL => sql`(extract(epoch from ${at}) * 1000000)::bigint::text`;

/** Rows after the cursor, newest first. */
export const after = (cursor: Cursor | undefined, at: SQL, id: SQL): SQL =>
  cursor
    ? sql`and (${at}, ${id}) < (timestamptz 'epoch' + ${cursor.at}::bigint * interval '1 microsecond', ${cursor.id}::uuid)`
    : sql``;

/** Rows after the cursor, oldest first: for what waits. */
export const later = (cursor: Cursor | undefined, at: SQL, id: SQL): SQL =>
  cursor
    ? sql`and (${at}, ${id}) > (timestamptz 'epoch' + ${cursor.at}::bigint * interval '1 microsecond', ${cursor.id}::uuid)`
    : sql``;

/** One row more than a page was read, to know whether another follows. */
export function toPage<Row extends { id: string; cursor: string }>(read: Row[], size = pageSize): Page<Row> {
  const rows = read.slice(0, size);
  const last = rows.at(-1);
  return { rows, next: read.length > size && last ? `${last.cursor}_${last.id}` : undefined };
}
