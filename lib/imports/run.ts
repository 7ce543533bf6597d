import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { ImportState } from "@/db/schema/imports";
import { type DeskAccess, openCommunityById, openDesk } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { env } from "@/lib/env";
import { Refusal } from "@/lib/errors";
import { letGo } from "@/lib/files/keep";
import { keyOf, storage } from "@/lib/files/storage";
import { type Columns, UnknownColumns } from "@/lib/import/formats/csv-columns";
import { readExport } from "@/lib/import/read";
import { type Format, Unreadable } from "@/lib/import/records";
import { log } from "@/lib/log";
import { askForRun } from "@/lib/pulse/ask";
import { bring } from "./bring";
import type { Plan } from "./input";
import type { Place } from "./place";
import { stage } from "./stage";
import { takeBack } from "./undo";

// Its own file because the work is outside of any transaction for as long as it takes: it claims its row and says how far it is.

/** Nothing was said for so long: who had it is gone. */
const silent = "2 minutes";
const mostAttempts = 3;
/** Milliseconds between two words about how far it is. */
const spoken = 1_000;

type Working = Extract<ImportState, "reading" | "writing" | "undoing">;
export type Claimed = {
  communityId: string;
  id: string;
  state: Working;
  attempt: number;
  source: string;
  round: number;
  fileId: string | null;
  zone: string;
  plan: Plan | null;
  columns: { chosen?: Columns } | null;
  askedBy: string;
  undoneBy: string | null;
};
class TakenOver extends Error {}

/** What nobody decides about for so long is forgotten: the words of others do not lie about. */
const waitsFor = "14 days";

/** Everything that waits to be read, written or taken back, one after another. */
export async function workOnImports(): Promise<void> {
  await db().execute(sql`
    update imports set state = 'undoing', undone_by = asked_by, attempts = 0, moved_at = now()
    where state = 'read' and moved_at < now() - ${waitsFor}::interval`);
  // One that asks something is not open, so it steps aside for one that is; and of several the oldest goes first.
  await db().execute(sql`
    update imports set state = 'undoing', undone_by = asked_by, attempts = 0, moved_at = now()
    where state = 'failed' and (community_id, id) in (
      select distinct on (f.community_id) f.community_id, f.id from imports f
      where f.state = 'failed' and f.plan is null and f.failed_why = 'columns' and f.moved_at < now() - ${waitsFor}::interval
        and not exists (select from imports o where o.community_id = f.community_id and o.state in ('reading', 'read', 'writing', 'undoing'))
      order by f.community_id, f.moved_at)`);
  for (let one = await claim(); one; one = await claim()) await workOn(one);
}

/** Whose process died takes it up again; what died three times is not tried again. @param which one alone, for the command */
export async function claim(which?: string): Promise<Claimed | undefined> {
  await db().execute(sql`
    update imports set state = 'failed', failed_why = 'broken', finished_at = now()
    where state in ('reading', 'writing', 'undoing') and moved_at < now() - ${silent}::interval and attempts >= ${mostAttempts}`);
  const { rows } = await db().execute<Claimed>(sql`
    update imports i set moved_at = now(), attempts = i.attempts + 1, steps_done = 0
    from communities c
    where c.id = i.community_id and (i.community_id, i.id) in (
      select w.community_id, w.id from imports w
      where w.state in ('reading', 'writing', 'undoing') and (w.attempts = 0 or w.moved_at < now() - ${silent}::interval)
        ${which ? sql`and w.id = ${which}` : sql``}
      order by w.moved_at limit 1 for update skip locked)
    returning i.community_id as "communityId", i.id, i.state, i.attempts as attempt, i.source, i.round, i.file_id as "fileId",
      c.zone, i.plan, i.columns, i.asked_by as "askedBy", i.undone_by as "undoneBy"`);
  return rows[0];
}

const mine = ({ communityId, id, state, attempt }: Claimed) =>
  sql`community_id = ${communityId} and id = ${id} and state = ${state} and attempts = ${attempt}`;

const placeOf = ({ communityId, source, round, id: importId, zone }: Claimed): Place => ({
  communityId,
  source,
  round,
  importId,
  zone,
});

/** @param path where the export lies, for the command; else it is the file that was sent */
export async function workOn(one: Claimed, path?: string, format?: Format): Promise<void> {
  try {
    if (one.state === "reading") await read(one, path, format);
    else if (one.state === "writing") await write(one);
    else await undo(one);
  } catch (err) {
    if (err instanceof TakenOver) return;
    const unknown = err instanceof UnknownColumns ? err : undefined;
    const why = whyOf(err);
    if (why === "broken") log.error({ area: "import", err, import: one.id }, "the import stopped");
    // A table without names over its columns has somebody's words there: they are for the desk, not for the log.
    else log.info({ area: "import", err: unknown ? undefined : err, why, import: one.id }, "the import cannot go on");
    const columns = unknown ? JSON.stringify({ header: unknown.header }) : null;
    await end(one, "failed", sql`failed_why = ${why}, columns = coalesce(${columns}::jsonb, columns)`);
    if (path) throw err;
  }
}

function whyOf(err: unknown): "columns" | "unreadable" | "refused" | "broken" {
  if (err instanceof UnknownColumns) return "columns";
  if (err instanceof Unreadable) return "unreadable";
  return err instanceof Refusal ? "refused" : "broken";
}

/** At most once a second; whoever lost the work meanwhile hears it. */
function speaking(one: Claimed): (done: number) => Promise<void> {
  let last = 0;
  return async (done) => {
    if (Date.now() - last < spoken) return;
    last = Date.now();
    const { rowCount } = await db().execute(
      sql`update imports set moved_at = now(), steps_done = ${done} where ${mine(one)}`,
    );
    if (rowCount === 0) throw new TakenOver();
  };
}

/** The next state, unless somebody else has taken it over. */
async function end(one: Claimed, state: ImportState, also: SQL, within?: (tx: Tx) => Promise<void>): Promise<void> {
  await db().transaction(async (tx) => {
    const { rowCount } = await tx.execute(
      sql`update imports set state = ${state}, finished_at = now(), moved_at = now(), ${also} where ${mine(one)}`,
    );
    if (rowCount === 1) await within?.(tx);
  });
}

async function read(one: Claimed, path?: string, format?: Format): Promise<void> {
  const from = path ?? (await fetchFile(one));
  try {
    const reading = await readExport(from, format, one.columns?.chosen);
    const found = await stage(reading, placeOf(one), speaking(one));
    await end(one, "read", sql`found = ${JSON.stringify(found)}::jsonb, format = ${reading.format}`);
  } finally {
    if (!path) await rm(from, { force: true });
  }
}

/** The readers want a file that they can go back in. */
async function fetchFile({ id, fileId }: Claimed): Promise<string> {
  const kept = fileId && (await storage().get(keyOf(fileId, "original")));
  if (!kept) throw new Unreadable("the file is not there any more");
  const folder = join(/* turbopackIgnore: true */ env.dataDir, "imports");
  await mkdir(folder, { recursive: true });
  const path = join(folder, id);
  await pipeline(Readable.fromWeb(kept.stream as never), createWriteStream(path));
  return path;
}

/** As whoever asked for it, as long as they lead here. */
const deskOf = async ({ communityId }: Claimed, personId: string): Promise<DeskAccess> =>
  openDesk(await openCommunityById(await viewerOf(personId), communityId));

async function write(one: Claimed): Promise<void> {
  const access = await deskOf(one, one.askedBy);
  const brought = await bring(access, placeOf(one), one.plan!, speaking(one));
  await end(
    one,
    "done",
    sql`brought = ${JSON.stringify(brought)}::jsonb, steps_done = coalesce(steps_all, steps_done)`,
    async (tx) => {
      await dropFile(tx, one);
      await askForRun(tx, one.communityId, one.askedBy);
    },
  );
}

async function undo(one: Claimed): Promise<void> {
  const by = one.undoneBy ?? one.askedBy;
  // What was never written was never anybody's to read.
  if (one.plan) await deskOf(one, by);
  await takeBack(placeOf(one), by, speaking(one));
  await end(
    one,
    one.plan ? "undone" : "dropped",
    sql`columns = null, steps_done = coalesce(steps_all, steps_done)`,
    async (tx) => {
      await dropFile(tx, one);
      if (one.plan) await askForRun(tx, one.communityId, by);
    },
  );
}

async function dropFile(tx: Tx, { fileId }: Claimed): Promise<void> {
  if (fileId) await letGo(tx, [fileId]);
}
