import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files, type thingKinds } from "@/db/schema/files";
import type { AnyAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { keepDraft, letGo } from "./keep";
import { acceptPicture, type Limits } from "./pictures";

/** Whose access decides. */
export type Thing = { kind: (typeof thingKinds)[number]; id: string; communityId?: string };

/**
 * A picture from a form: checked, made anew and kept as a draft, which its owner alone sees. It is slow and so comes
 * before the transaction of the command; `attachFile` in there makes it the thing's. A draft nobody uses goes after a day.
 */
export async function draftPicture(proof: AnyAccess, bytes: Uint8Array, limits: Limits): Promise<string> {
  const ownerId = proof.viewer.personId;
  if (!ownerId) throw refuse.signIn();
  return keepDraft(ownerId, await acceptPicture(bytes, limits));
}

/**
 * A thing begins to use a draft of this person; from now on the access to the thing decides. What it used before is let go.
 */
export async function attachFile(
  tx: Tx,
  ownerId: string,
  fileId: string,
  thing: Thing,
  before: string | null = null,
): Promise<void> {
  const [used] = await tx
    .update(files)
    .set({
      state: "in use",
      thingKind: thing.kind,
      thingId: thing.id,
      communityId: thing.communityId,
      stateSince: sql`now()`,
    })
    .where(and(eq(files.id, fileId), eq(files.ownerId, ownerId), eq(files.state, "draft")))
    .returning({ id: files.id });
  if (!used) throw refuse.notFound();
  if (before && before !== fileId) await letGo(tx, [before]);
}

/** Everything a person keeps that is not part of somebody else's thing: for erasing an account. */
export async function letGoOfPerson(tx: Tx, personId: string): Promise<void> {
  const mine = await tx
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        eq(files.ownerId, personId),
        sql`(${files.state} = 'draft' or ${files.thingKind} in ('person', 'import', 'held'))`,
      ),
    );
  await letGo(
    tx,
    mine.map(({ id }) => id),
  );
}
