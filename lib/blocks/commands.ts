import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { MemberAccess, PersonAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import type { personInput } from "@/lib/members/input";
import { holdMember } from "@/lib/members/target";
import { endConnections } from "@/lib/realtime/publish";
import { write } from "@/lib/write";

type Input = z.infer<typeof personInput>;
type More = { key: string };
type Done = Record<string, never>;

/** So many people at most: every list that leaves somebody out asks for them. */
export const mostBlocked = 500;

/**
 * From now on the viewer does not meet this member of theirs, anywhere. Whom one blocks is kept from everybody, the brand and
 * its managers included: no row of any ledger says it.
 */
export async function block(access: MemberAccess, { person }: Input, { key }: More): Promise<Done> {
  const { personId } = access;
  if (person === personId) throw refuse.conflict("blocks.oneself");
  return write(access, key, "blocks.block", { person }, async (tx) => {
    await holdMember(tx, access, person);
    // One's own row is held first, and counted by another statement: two browsers together cannot pass the limit.
    await tx.execute(sql`select from people where id = ${personId} for no key update`);
    const { rows } = await tx.execute<{ many: number }>(sql`
      select count(*)::int as many from blocks where person_id = ${personId} and blocked_id <> ${person}`);
    if (rows[0]!.many >= mostBlocked) throw refuse.conflict("blocks.tooMany");
    await tx.execute(
      sql`insert into blocks (person_id, blocked_id) values (${personId}, ${person}) on conflict do nothing`,
    );
    // Their browsers come back by themselves, and are no longer shown where that person could see it.
    await endConnections(tx, personId);
    return {};
  });
}

export async function unblock(access: PersonAccess, { person }: Input, { key }: More): Promise<Done> {
  const { personId } = access;
  return write(access, key, "blocks.unblock", { person }, async (tx) => {
    await tx.execute(sql`delete from blocks where person_id = ${personId} and blocked_id = ${person}`);
    await endConnections(tx, personId);
    return {};
  });
}
