import { and, eq, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { drafts } from "@/db/schema";
import type { DraftAccess } from "@/lib/access/gate";

// Its own file because three commands end in it: an answer, a thread and an edit.

interface Sent {
  communityId: string;
  personId: string;
  kind: DraftAccess["draft"]["kind"];
  place: string;
  /** The saving that the form showed. */
  revision: number | undefined;
  text: string;
}

/** What was sent is no draft any more. Other words, saved in another window meanwhile, stay. */
export async function forgetSent(tx: Tx, { communityId, personId, kind, place, revision, text }: Sent): Promise<void> {
  await tx
    .delete(drafts)
    .where(
      and(
        eq(drafts.communityId, communityId),
        eq(drafts.personId, personId),
        eq(drafts.kind, kind),
        eq(drafts.place, place),
        or(eq(drafts.text, text), revision ? eq(drafts.revision, revision) : undefined),
      ),
    );
}
