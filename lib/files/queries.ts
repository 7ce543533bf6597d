import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import type { AnyAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { reachOf } from "./access";
import { isId, keyOf } from "./keys";

/** A file this viewer may read now. What is not there and what is not theirs to see are the same answer. */
export async function fileToServe({ viewer }: AnyAccess, id: string, variant: string) {
  if (!isId(id) || !["large", "small"].includes(variant)) throw refuse.notFound();
  const [file] = await db().select().from(files).where(eq(files.id, id));
  const reach = await reachOf(viewer, file);
  if (!file || reach === "nobody") throw refuse.notFound();
  return {
    key: keyOf(id, variant),
    type: file.type,
    etag: `"${file.checksum.slice(0, 32)}-${variant}"`,
    shared: reach === "everyone",
  };
}
