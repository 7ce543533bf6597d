import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import type { AnyAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { reachOf } from "./access";
import { keyOf, storage } from "./storage";

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A file this viewer may read now. What is not there and what is not theirs to see are the same answer. */
export async function fileToServe({ viewer }: AnyAccess, id: string, variant: string) {
  if (!uuid.test(id) || !["large", "small"].includes(variant)) throw refuse.notFound();
  const [file] = await db().select().from(files).where(eq(files.id, id));
  const reach = file ? await reachOf(viewer, file) : "nobody";
  if (!file || reach === "nobody") throw refuse.notFound();
  const kept = await storage().get(keyOf(id, variant));
  if (!kept) throw refuse.notFound();
  return { ...kept, type: file.type, etag: `"${file.checksum.slice(0, 32)}-${variant}"`, shared: reach === "everyone" };
}
