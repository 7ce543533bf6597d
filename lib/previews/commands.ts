import { and, eq, notInArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { linkPreviews } from "@/db/schema/previews";
import { wake } from "@/lib/jobs/ask";
import { linksAlone } from "./links";

export const fetching = "previews.fetch";

type InPost = Record<"communityId" | "postId" | "html", string>;

/** Notes the links of a post whose pages are to be asked after the commit. */
export async function askForPreviews(tx: Tx, { communityId, postId, html }: InPost): Promise<void> {
  const hashes = linksAlone(html).map(({ hash }) => hash);
  if (hashes.length === 0) return;
  const rows = hashes.map((urlHash) => ({ communityId, postId, urlHash }));
  await tx.insert(linkPreviews).values(rows).onConflictDoNothing();
  await wake(tx, fetching);
}

/** After an edit: what was fetched about links that are gone is forgotten. */
export async function changePreviews(tx: Tx, post: InPost): Promise<void> {
  const { communityId, postId, html } = post;
  const hashes = linksAlone(html).map(({ hash }) => hash);
  await tx
    .delete(linkPreviews)
    .where(
      and(
        eq(linkPreviews.communityId, communityId),
        eq(linkPreviews.postId, postId),
        hashes.length > 0 ? notInArray(linkPreviews.urlHash, hashes) : undefined,
      ),
    );
  await askForPreviews(tx, post);
}
