import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import type { DeskAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { attachFile } from "@/lib/files/commands";
import { keepExport } from "@/lib/files/keep";
import { wake } from "@/lib/jobs/ask";
import { write } from "@/lib/write";
import { begin } from "./begin";
import type { Found } from "./found";
import type { decideImportInput, importInput, mapColumnsInput, Plan, readImportInput } from "./input";

type More = { key: string };
type Which = { importId: string };

export const importing = "imports.work";

/** Has an export read that was sent before, or comes now. One at a time: whoever asks while another is open is told so. */
export async function readImport(
  access: DeskAccess,
  { file, sent, source }: z.infer<typeof readImportInput>,
  { key }: More,
): Promise<Which> {
  const { community, personId } = access;
  const fileId = file || (await keepExport(access, new Uint8Array(await sent!.arrayBuffer())));
  const content = { communityId: community.id, source, file: file || `${sent!.name} ${sent!.size}` };
  return write(access, key, "imports.read", content, async (tx) => {
    const importId = await begin(tx, access, source);
    await attachFile(tx, personId, fileId, { kind: "import", id: importId, communityId: community.id });
    await tx.execute(sql`
      update imports set file_id = ${fileId} where community_id = ${community.id} and id = ${importId}`);
    await wake(tx, importing);
    return { importId };
  });
}

/** Says which column of somebody else's table is which, and has it read with them. Until it is written, also once more. */
export function mapColumns(
  access: DeskAccess,
  { import: importId, columns }: z.infer<typeof mapColumnsInput>,
  { key }: More,
): Promise<Which> {
  const { community } = access;
  return write(access, key, "imports.map-columns", { communityId: community.id, importId, columns }, async (tx) => {
    const { rows } = await tx.execute<{ header: string[] }>(sql`
      select columns -> 'header' as header from imports
      where community_id = ${community.id} and id = ${importId} and state in ('failed', 'read') and plan is null
        and columns is not null for update`);
    if (!rows[0]) throw refuse.conflict("imports.changedMeanwhile");
    const { header } = rows[0];
    if (!Object.values(columns).every((name) => header.includes(name))) throw refuse.invalid({}, "imports.columnGone");
    const chosen = JSON.stringify({ header, chosen: columns });
    await step(
      tx,
      access,
      importId,
      "reading",
      sql`failed_why = null, asked_by = ${access.personId}, columns = ${chosen}::jsonb`,
    );
    await record(tx, "import tried again", { communityId: community.id, actorId: access.personId, objectId: importId });
    return { importId };
  });
}

/** Says where everything goes, and has it written. Spaces of which nothing is said stay behind. */
export function decideImport(
  access: DeskAccess,
  { import: importId, ...plan }: z.infer<typeof decideImportInput>,
  { key }: More,
): Promise<Which> {
  const { community } = access;
  return write(access, key, "imports.decide", { communityId: community.id, importId, plan }, async (tx) => {
    const { rows } = await tx.execute<{ found: Found }>(sql`
      select found from imports where community_id = ${community.id} and id = ${importId} and state = 'read' for update`);
    if (!rows[0]) throw refuse.conflict("imports.changedMeanwhile");
    await demandSpaces(tx, access, plan);
    const steps = rows[0].found.messages + rows[0].found.reactions;
    await step(tx, access, importId, "writing", sql`plan = ${JSON.stringify(plan)}::jsonb, steps_all = ${steps}`);
    await record(tx, "import decided", { communityId: community.id, actorId: access.personId, objectId: importId });
    return { importId };
  });
}

async function demandSpaces(tx: Tx, { community }: DeskAccess, { spaces }: Plan): Promise<void> {
  const into = [...new Set(spaces.flatMap(({ to }) => (to === "new" || to === "leave" ? [] : [to])))];
  if (spaces.every(({ to }) => to === "leave")) throw refuse.invalid({}, "imports.nothingChosen");
  const { rows } = await tx.execute(sql`
    select 1 from spaces where community_id = ${community.id} and closed_at is null and id = any(${sql.param(into)}::uuid[])`);
  if (rows.length < into.length) throw refuse.conflict("imports.spaceGone");
}

/** What stopped half-way goes on where it was: being read, written or taken back. */
export function retryImport(
  access: DeskAccess,
  { import: importId }: z.infer<typeof importInput>,
  { key }: More,
): Promise<Which> {
  const { community } = access;
  return write(access, key, "imports.retry", { communityId: community.id, importId }, async (tx) => {
    const { rows } = await tx.execute<{ state: "reading" | "writing" | "undoing" }>(sql`
      select case when undone_by is not null then 'undoing' when plan is not null then 'writing' else 'reading' end as state from imports
      where community_id = ${community.id} and id = ${importId} and state = 'failed' for update`);
    if (!rows[0]) throw refuse.conflict("imports.changedMeanwhile");
    await step(tx, access, importId, rows[0].state, sql`failed_why = null, asked_by = ${access.personId}`);
    await record(tx, "import tried again", { communityId: community.id, actorId: access.personId, objectId: importId });
    return { importId };
  });
}

/** Takes everything back that came with it. */
export const undoImport = (access: DeskAccess, which: z.infer<typeof importInput>, more: More): Promise<Which> =>
  back(access, "imports.undo", which, more, sql`i.state in ('done', 'failed') and i.plan is not null`);

/** Before anything of it was written: it is forgotten. */
export const dropImport = (access: DeskAccess, which: z.infer<typeof importInput>, more: More): Promise<Which> =>
  back(access, "imports.drop", which, more, sql`i.state in ('read', 'failed') and i.plan is null`);

function back(
  access: DeskAccess,
  name: string,
  { import: importId }: z.infer<typeof importInput>,
  { key }: More,
  which: ReturnType<typeof sql>,
): Promise<Which> {
  const { community } = access;
  return write(access, key, name, { communityId: community.id, importId }, async (tx) => {
    const { rows } = await tx.execute<{ threads: number }>(sql`
      select coalesce((i.brought ->> 'threads')::int, 0) as threads
      from imports i where i.community_id = ${community.id} and i.id = ${importId} and ${which} for update of i`);
    if (!rows[0]) throw refuse.conflict("imports.changedMeanwhile");
    await step(tx, access, importId, "undoing", sql`undone_by = ${access.personId}, steps_all = ${rows[0].threads}`);
    await record(tx, "import undone", { communityId: community.id, actorId: access.personId, objectId: importId });
    return { importId };
  });
}

async function step(
  tx: Tx,
  { community }: DeskAccess,
  importId: string,
  state: "reading" | "writing" | "undoing",
  also: ReturnType<typeof sql>,
) {
  try {
    await tx.transaction((inner) =>
      inner.execute(sql`
        update imports set state = ${state}, attempts = 0, steps_done = 0, moved_at = now(), finished_at = null, ${also}
        where community_id = ${community.id} and id = ${importId}`),
    );
  } catch (error) {
    // Another one is open meanwhile.
    if ((error as { cause?: { code?: string } }).cause?.code === "23505") throw refuse.conflict("imports.oneAtATime");
    throw error;
  }
  await wake(tx, importing);
}
