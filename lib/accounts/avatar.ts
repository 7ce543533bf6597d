import { eq } from "drizzle-orm";
import { people } from "@/db/schema";
import type { PersonAccess } from "@/lib/access/gate";
import { recordForAccount } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { attachFile, draftPicture } from "@/lib/files/commands";
import { letGo } from "@/lib/files/keep";
import { avatarLimits } from "@/lib/files/pictures";
import { when, write } from "@/lib/write";
import { type Keyed, lockPerson } from "./sessions";

// Its own file because a picture is made before the transaction that uses it, as nothing else of an account is.

/** A new face, or (with `remove`) none. */
export async function changeAvatar(
  access: PersonAccess,
  { picture, remove }: { picture?: File; remove?: string },
  { key }: Keyed,
): Promise<{ fileId: string | null }> {
  const { personId } = access;
  if (!remove && !picture?.size) throw refuse.invalid({ picture: "files.missing" });
  const fileId =
    remove || !picture ? null : await draftPicture(access, new Uint8Array(await picture.arrayBuffer()), avatarLimits);
  const content = { size: picture?.size, name: picture?.name, remove };
  return write(access, key, "accounts.changeAvatar", content, async (tx) => {
    const { avatarFileId: before } = await lockPerson(tx, personId);
    // biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
    if (fileId) await attachFile(tx, personId, fileId, { kind: "person", id: personId }, before);
    else if (before) await letGo(tx, [before]);
    await tx.update(people).set({ avatarFileId: fileId }).where(eq(people.id, personId));
    await recordForAccount(tx, "profile changed", { actorId: personId, objectId: personId, at: when(access) });
    return { fileId };
  });
}
