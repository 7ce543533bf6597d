import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { files, uploads } from "@/db/schema/files";
import type { AnyAccess, DeskAccess, PersonAccess } from "@/lib/access/gate";
import { sameSecret } from "@/lib/access/secrets";
import { env } from "@/lib/env";
import { Refusal, refuse } from "@/lib/errors";
import { write } from "@/lib/write";
import { draftPicture } from "./commands";
import { isFull, noRoom } from "./full";
import { megabyte, postPictureLimits } from "./pictures";
import { reserve } from "./quota";
import { keyOf, storage } from "./storage";

// A file that comes in parts, for what is too large for one form or a line that breaks. Its own file because it is a
// small protocol: begin, then parts at the offset that has arrived, then it becomes a draft.

export const partBytes = 8 * 1024 * 1024;
const mostOpen = 5;
const largest = { picture: postPictureLimits.maxBytes, import: 2_000 * megabyte };

export interface Progress {
  id: string;
  size: number;
  received: number;
  fileId: string | null;
}

type More = { key: string };

export const beginPicture = (proof: PersonAccess, { size }: { size: number }, more: More) =>
  begin(proof, proof.personId, "picture", size, more);

export const beginImport = (proof: DeskAccess, { size }: { size: number }, more: More) =>
  begin(proof, proof.personId, "import", size, more);

function begin(proof: AnyAccess, ownerId: string, purpose: "picture" | "import", size: number, { key }: More) {
  if (size > largest[purpose])
    throw new Refusal(413, "files.tooLarge", { params: { megabytes: largest[purpose] / megabyte } });
  return write(proof, key, `files.begin.${purpose}`, { size }, async (tx) => {
    await reserve(tx, ownerId, size);
    const going = await tx.$count(
      uploads,
      and(
        eq(uploads.ownerId, ownerId),
        sql`${uploads.fileId} is null and ${uploads.movedAt} > now() - interval '1 hour'`,
      ),
    );
    if (going >= mostOpen) throw refuse.tooMany(60, "files.tooManyAtOnce");
    const [made] = await tx.insert(uploads).values({ ownerId, purpose, size }).returning({ id: uploads.id });
    return { id: made!.id };
  });
}

export async function progressOf(proof: PersonAccess, id: string): Promise<Progress> {
  const [found] = await db().select().from(uploads).where(mine(proof, id));
  if (!found) throw refuse.notFound();
  return found;
}

/** Takes the part that begins where the last one ended. The same part again is refused with the true offset, and nothing is lost. */
export async function addPart(
  proof: PersonAccess,
  id: string,
  part: { offset: number; checksum: string; bytes: Uint8Array },
): Promise<Progress> {
  const sum = createHash("sha256").update(part.bytes).digest("base64");
  if (!sameSecret(sum, part.checksum)) throw refuse.invalid({}, "files.wrongChecksum");
  const after = await db().transaction(async (tx) => {
    const upload = await locked(tx, proof, id);
    if (upload.received !== part.offset) throw new WrongOffset(upload.received);
    const received = part.offset + part.bytes.byteLength;
    if (received > upload.size) throw refuse.tooLarge();
    await append(id, part.offset, part.bytes);
    await tx.update(uploads).set({ received, movedAt: sql`now()` }).where(eq(uploads.id, id));
    return { ...upload, received };
  });
  return after.received === after.size ? finish(proof, after) : after;
}

/** Carries where to go on from. */
export class WrongOffset extends Refusal {
  constructor(readonly received: number) {
    super(409, "files.wrongOffset");
  }
}

async function finish(proof: PersonAccess, upload: typeof uploads.$inferSelect): Promise<Progress> {
  if (upload.fileId) return upload;
  try {
    const fileId =
      upload.purpose === "picture"
        ? await draftPicture(proof, await readFile(pathOf(upload.id)), postPictureLimits)
        : await keepWhole(proof, upload);
    await db().update(uploads).set({ fileId }).where(eq(uploads.id, upload.id));
    await rm(pathOf(upload.id), { force: true });
    return { ...upload, fileId };
  } catch (error) {
    // What is refused is refused for good: sending the same bytes again helps nobody.
    if (error instanceof Refusal && error.status === 422) await discard(upload.id);
    throw isFull(error) ? noRoom() : error;
  }
}

/**
 * Takes the upload's own id and begins with the row, so that whatever a crash leaves is found: by the next try, or by the
 * sweep. Outside a transaction, since a bucket may take minutes for it.
 */
async function keepWhole(proof: PersonAccess, { id, size }: { id: string; size: number }): Promise<string> {
  const key = keyOf(id, "original");
  const moved = await storage().get(key);
  const checksum = createHash("sha256");
  for await (const chunk of moved?.stream ?? createReadStream(pathOf(id))) checksum.update(chunk);
  const type = "application/octet-stream";
  const row = { id, ownerId: proof.personId, type, bytes: size, checksum: checksum.digest("hex") };
  await db().insert(files).values(row).onConflictDoNothing();
  if (!moved) await storage().take(key, pathOf(id));
  return id;
}

/** What its sender no longer wants, before it has become a file. */
export async function cancelUpload(proof: PersonAccess, id: string): Promise<void> {
  await db().transaction(async (tx) => {
    const upload = await locked(tx, proof, id);
    if (upload.fileId) throw refuse.notFound();
    await tx.delete(uploads).where(mine(proof, id));
  });
  await rm(pathOf(id), { force: true });
}

async function discard(id: string): Promise<void> {
  await db().delete(uploads).where(eq(uploads.id, id));
  await rm(pathOf(id), { force: true });
}

const mine = (proof: PersonAccess, id: string) => and(eq(uploads.id, id), eq(uploads.ownerId, proof.personId));

async function locked(tx: Tx, proof: PersonAccess, id: string) {
  const [upload] = await tx.select().from(uploads).where(mine(proof, id)).for("update");
  if (!upload) throw refuse.notFound();
  return upload;
}

/** The id comes from the database, never from an address. */
export const pathOf = (id: string) => join(/* turbopackIgnore: true */ env.dataDir, "uploads", id);

async function append(id: string, offset: number, bytes: Uint8Array): Promise<void> {
  const path = pathOf(id);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, offset === 0 ? "w" : "r+");
    try {
      await file.write(bytes, 0, bytes.byteLength, offset);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw isFull(error) ? noRoom() : error;
  }
}
