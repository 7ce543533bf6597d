import type { z } from "zod";
import { personNotes } from "@/db/schema";
import type { ReportsAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { wasHere } from "@/lib/members/target";
import { when, write } from "@/lib/write";
import type { noteInput } from "./input";

/** What moderators tell each other about somebody; also of who left or was removed. */
export async function writeNote(
  access: ReportsAccess,
  { person: personId, text }: z.infer<typeof noteInput>,
  { key }: { key: string },
): Promise<{ noteId: string }> {
  const communityId = access.community.id;
  return write(access, key, "moderation.note", { communityId, personId, text }, async (tx) => {
    if (!(await wasHere(tx, access, personId))) throw refuse.notFound();
    const [made] = await tx
      .insert(personNotes)
      .values({ communityId, personId, text, by: access.personId, at: when(access) })
      .returning({ id: personNotes.id });
    await record(tx, "note written", {
      communityId,
      actorId: access.personId,
      objectId: made!.id,
      subjectId: personId,
      at: when(access),
    });
    return { noteId: made!.id };
  });
}
