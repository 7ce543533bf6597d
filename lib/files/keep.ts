import { createHash } from "node:crypto";
import { and, inArray, ne, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { files } from "@/db/schema/files";
import type { DeskAccess } from "@/lib/access/gate";
import { isFull, noRoom } from "./full";
import type { Variant } from "./pictures";
import { reserve } from "./quota";
import { keyOf, storage } from "./storage";

// Its own file because pictures come from people and, with the preview of a link, from elsewhere; both are kept in one way.

/** Pictures of our own making become a draft of this person, in whose quota they count. @returns its id */
export async function keepDraft(ownerId: string, variants: readonly Variant[]): Promise<string> {
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

/** An export as it came with a form, as a draft of whoever sent it. @returns its id */
export async function keepExport(access: DeskAccess, bytes: Uint8Array): Promise<string> {
  const ownerId = access.personId;
  const id = await db().transaction(async (tx) => {
    await reserve(tx, ownerId, bytes.byteLength);
    const checksum = createHash("sha256").update(bytes).digest("hex");
    const row = { ownerId, type: "application/octet-stream", bytes: bytes.byteLength, checksum };
    const [draft] = await tx.insert(files).values(row).returning({ id: files.id });
    return draft!.id;
  });
  try {
    await storage().put(keyOf(id, "original"), bytes);
  } catch (error) {
    await db().transaction((tx) => letGo(tx, [id]));
    throw isFull(error) ? noRoom() : error;
  }
  return id;
}

async function insertDraft(tx: Tx, ownerId: string, variants: readonly Variant[]): Promise<string> {
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

/** Nobody sees these files from the commit on; the bytes go within a day. */
export async function letGo(tx: Tx, fileIds: string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await tx
    .update(files)
    .set({ state: "orphan", thingKind: null, thingId: null, stateSince: sql`now()` })
    .where(and(inArray(files.id, fileIds), ne(files.state, "orphan")));
}
