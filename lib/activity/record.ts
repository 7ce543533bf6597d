import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import type { Tx } from "@/db/client";
import { accountLedger, brandLedger, ledger } from "@/db/schema";
import { type accountVerbs, brandVerbs, communityVerbs, accountVerbs as onAccounts } from "./verbs";

interface Act {
  actorId: string | null;
  objectId: string;
  subjectId?: string;
  at?: Date;
}

const entry = (kind: string, { actorId, objectId, subjectId, at }: Act) => ({
  id: uuidv7(),
  actorId,
  objectId,
  objectKind: kind,
  subjectId,
  ...(at && { at }),
});

/** The only writers of the ledger, in the transaction of the change itself. Ids and kinds, never text. */
export async function record(
  tx: Tx,
  verb: keyof typeof communityVerbs,
  act: Act & { communityId: string; spaceId?: string },
): Promise<void> {
  await tx
    .insert(ledger)
    .values({ ...entry(communityVerbs[verb], act), verb, communityId: act.communityId, spaceId: act.spaceId });
}

/** The same for many acts of one community at once, in their order. */
export async function recordMany(
  tx: Tx,
  communityId: string,
  acts: readonly {
    verb: keyof typeof communityVerbs;
    actorId: string;
    objectId: string;
    subjectId?: string | null;
    spaceId?: string;
    at: string;
  }[],
): Promise<void> {
  const rows = acts.map((act) => ({ ...act, id: uuidv7(), kind: communityVerbs[act.verb] }));
  await tx.execute(sql`
    insert into ledger (community_id, id, at, actor_id, verb, object_kind, object_id, subject_id, space_id)
    select ${communityId}, v.id, v.at, v."actorId", v.verb, v.kind, v."objectId", v."subjectId", v."spaceId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, at timestamptz, "actorId" uuid, verb text, kind text,
      "objectId" uuid, "subjectId" uuid, "spaceId" uuid)`);
}

export async function recordForBrand(
  tx: Tx,
  verb: keyof typeof brandVerbs,
  act: Act & { brandId: string },
): Promise<void> {
  await tx.insert(brandLedger).values({ ...entry(brandVerbs[verb], act), verb, brandId: act.brandId });
}

export async function recordForAccount(tx: Tx, verb: keyof typeof accountVerbs, act: Act): Promise<void> {
  await tx.insert(accountLedger).values({ ...entry(onAccounts[verb], act), verb });
}
