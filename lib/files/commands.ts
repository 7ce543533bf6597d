import { createHash } from "node:crypto";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { files, type thingKinds } from "@/db/schema/files";
import type { AnyAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { isFull, noRoom } from "./full";
import { acceptPicture, type Limits, type Variant } from "./pictures";
import { reserve } from "./quota";
import { keyOf, storage } from "./storage";

/** Whose access decides. */
export type Thing = { kind: (typeof thingKinds)[number]; id: string; communityId?: string };

/**
 * A picture from a form: checked, made anew and kept as a draft, which its owner alone sees. It is slow and so comes
 * before the transaction of the command; `useFile` in there makes it the thing's. A draft nobody uses goes after a day.
 */
export async function draftPicture(proof: AnyAccess, bytes: Uint8Array, limits: Limits): Promise<string> {
  const ownerId = proof.viewer.personId;
  if (!ownerId) throw refuse.signIn();
  const variants = await acceptPicture(bytes, limits);
  // The row first: bytes without a row would never be found again.
  const id = await db().transaction((tx) => insertDraft(tx, ownerId, variants));
  try {
    for (const { name, bytes: encoded } of variants) await storage().put(keyOf(id, name), encoded);
  } catch (error) {
    await db().transaction((tx) => letGo(tx, [id]));
    throw isFull(error) ? noRoom() : error;
  }
  return id;
}

async function insertDraft(tx: Tx, ownerId: string, variants: Variant[]): Promise<string> {
  const bytes = variants.reduce((sum, variant) => sum + variant.bytes.byteLength, 0);
  await reserve(tx, ownerId, bytes);
  const [large] = variants;
  const [draft] = await tx
    .insert(files)
    .values({
      ownerId,
      type: "image/webp",
      bytes,
      width: large?.width,
      height: large?.height,
      checksum: createHash("sha256")
        .update(large?.bytes ?? "")
        .digest("hex"),
    })
    .returning({ id: files.id });
  return draft!.id;
}

/**
 * A thing begins to use a draft of this person; from now on the access to the thing decides. What it used before is let go.
 */
export async function useFile(
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

/** Nobody sees these files from the commit on; the bytes go within a day. */
export async function letGo(tx: Tx, fileIds: string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await tx
    .update(files)
    .set({ state: "orphan", thingKind: null, thingId: null, stateSince: sql`now()` })
    .where(and(inArray(files.id, fileIds), ne(files.state, "orphan")));
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
