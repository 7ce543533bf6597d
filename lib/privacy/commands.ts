import { sql } from "drizzle-orm";
import type { z } from "zod";
import { db, type Tx } from "@/db/client";
import type { PersonAccess } from "@/lib/access/gate";
import { record, recordForAccount } from "@/lib/activity/record";
import { env } from "@/lib/env";
import { refuse } from "@/lib/errors";
import { storage } from "@/lib/files/storage";
import { barNames } from "@/lib/lexicon/names";
import { log } from "@/lib/log";
import { enqueueMail } from "@/lib/mail/outbox";
import { endConnections } from "@/lib/realtime/publish";
import { when, write } from "@/lib/write";
import { eraseRows } from "./erase";
import { noteErasures } from "./erasures-log";
import type { eraseMeInput } from "./input";

/** "Delete me": at once, everywhere, and not undone. Takes a proof that is fresh (openProvenPerson). */
export async function eraseMe(
  access: PersonAccess,
  { mode }: Pick<z.infer<typeof eraseMeInput>, "mode">,
  { key }: { key: string },
): Promise<void> {
  const { personId } = access;
  const at = when(access);
  let files: string[] = [];
  await write(access, key, "privacy.eraseMe", { mode }, async (tx) => {
    await demandNotOnlyOwner(tx, personId);
    const { rows } = await tx.execute<{ email: string | null }>(
      sql`select email from people where id = ${personId} for update`,
    );
    const lastAddress = rows[0]?.email;
    // Before the person's row is emptied: the mail is in their language.
    if (lastAddress) await enqueueMail(tx, { personId, kind: "account-deleted", params: {}, lastAddress });
    for (const communityId of await communitiesOf(tx, personId))
      await record(tx, "membership ended", { communityId, actorId: personId, objectId: personId, at });
    await barNames(tx, personId);
    files = (await eraseRows(tx, personId, mode, at)) ?? [];
    await recordForAccount(tx, "account erased", { actorId: personId, objectId: personId, at });
    await endConnections(tx, personId);
    return {};
  });
  // What fails from here on is caught up with: bytes by the sweep of files, the log by the next backup.
  await Promise.all([...files.map((id) => storage().remove(id)), noteAll()]).catch((err: unknown) =>
    log.error({ err, area: "privacy" }, "what an erased person left on the disk goes later"),
  );
}

/** A brand that nobody owns could never be led or closed again. */
async function demandNotOnlyOwner(tx: Tx, personId: string): Promise<void> {
  const mine = sql`brand_id in (select brand_id from brand_owners where person_id = ${personId})`;
  // Locked first and counted by a statement of its own: of two last owners who leave at once, one stays.
  await tx.execute(sql`select from brand_owners where ${mine} order by brand_id, person_id for update`);
  const { rows } = await tx.execute<{ name: string }>(sql`
    select b.name from brand_owners join brands b on b.id = brand_id where ${mine} group by b.id having count(*) = 1 order by b.name`);
  if (rows[0]) throw refuse.conflict("privacy.onlyOwner", { brand: rows[0].name });
}

async function communitiesOf(tx: Tx, personId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select community_id as id from memberships where person_id = ${personId}`,
  );
  return rows.map(({ id }) => id);
}

async function noteAll(): Promise<void> {
  const { rows } = await db().execute<{ personId: string; mode: "name" | "texts"; at: string }>(
    sql`select person_id as "personId", mode, at from erasures`,
  );
  await noteErasures(
    env.dataDir,
    rows.map((row) => ({ ...row, at: new Date(row.at) })),
  );
}
