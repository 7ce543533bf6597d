import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { communities, communitySlugs } from "@/db/schema";
import type { DeskAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { attachFile, draftPicture } from "@/lib/files/commands";
import { letGo } from "@/lib/files/keep";
import { when, write } from "@/lib/write";
import { type changeColourInput, type changeCommunityInput, type changePictureInput, mostPictureBytes } from "./input";
import { unlessTaken } from "./unique";

type More = { key: string };

/** An address that is given up stays the community's: it is answered by a redirect and never given to another. */
export async function changeCommunity(
  access: DeskAccess,
  { slug, ...facts }: z.infer<typeof changeCommunityInput>,
  { key }: More,
): Promise<{ slug: string }> {
  const { id, slug: before } = access.community;
  const taken = () => refuse.invalid({ slug: "communities.slugTaken" });
  await write(access, key, "communities.change", { slug, ...facts }, async (tx) => {
    if (slug !== before) {
      const [old] = await tx.select().from(communitySlugs).where(eq(communitySlugs.slug, slug)).for("update");
      if (old && old.communityId !== id) throw taken();
      await tx.delete(communitySlugs).where(and(eq(communitySlugs.slug, slug), eq(communitySlugs.communityId, id)));
      await unlessTaken(tx.insert(communitySlugs).values({ slug: before, communityId: id }).execute(), taken);
    }
    await unlessTaken(
      tx
        .update(communities)
        .set({ slug, ...facts })
        .where(eq(communities.id, id))
        .execute(),
      taken,
    );
    await recordChange(tx, access);
    return {};
  });
  return { slug };
}

export async function changeColour(access: DeskAccess, input: z.infer<typeof changeColourInput>, { key }: More) {
  return write(access, key, "communities.changeColour", { id: access.community.id, ...input }, async (tx) => {
    await tx.update(communities).set(input).where(eq(communities.id, access.community.id));
    await recordChange(tx, access);
    return {};
  });
}

const boxes = {
  logo: { width: 256, height: 256, fit: "cover" },
  cover: { width: 1600, height: 900, fit: "cover" },
} as const;

/** The logo or the cover. */
export async function changePicture(
  access: DeskAccess,
  { which, picture, remove }: z.infer<typeof changePictureInput>,
  { key }: More,
): Promise<{ fileId: string | null }> {
  const { id } = access.community;
  if (!remove && !picture?.size) throw refuse.invalid({ picture: "files.missing" });
  const limits = { maxBytes: mostPictureBytes, box: boxes[which] };
  const fileId =
    remove || !picture ? null : await draftPicture(access, new Uint8Array(await picture.arrayBuffer()), limits);
  const content = { which, size: picture?.size, name: picture?.name, remove };
  return write(access, key, "communities.changePicture", content, async (tx) => {
    const thing = { kind: "community", id, communityId: id } as const;
    // The community's row is the lock: of two pictures at once the one that stays is in use, and the other is let go.
    const [now] = await tx
      .select({ logo: communities.logoFileId, cover: communities.coverFileId })
      .from(communities)
      .where(eq(communities.id, id))
      .for("update");
    const before = now?.[which] ?? null;
    // biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
    if (fileId) await attachFile(tx, access.personId, fileId, thing, before);
    else if (before) await letGo(tx, [before]);
    await tx
      .update(communities)
      .set(which === "logo" ? { logoFileId: fileId } : { coverFileId: fileId })
      .where(eq(communities.id, id));
    await recordChange(tx, access);
    return { fileId };
  });
}

const recordChange = (tx: Tx, access: DeskAccess) =>
  record(tx, "community changed", {
    communityId: access.community.id,
    actorId: access.personId,
    objectId: access.community.id,
    at: when(access),
  });
