import { eq } from "drizzle-orm";
import type { z } from "zod";
import { brands } from "@/db/schema";
import type { BrandAccess } from "@/lib/access/gate";
import { recordForBrand } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { attachFile, draftPicture } from "@/lib/files/commands";
import { letGo } from "@/lib/files/keep";
import { logoLimits } from "@/lib/files/pictures";
import { when, write } from "@/lib/write";
import type { changeLogoInput } from "./input";

// Its own file because a picture is made before the transaction that uses it, as nothing else of a brand is.

/** A new logo, or (with `remove`) none. */
export async function changeLogo(
  access: BrandAccess,
  { picture, remove }: z.infer<typeof changeLogoInput>,
  { key }: { key: string },
): Promise<{ fileId: string | null }> {
  const { id } = access.brand;
  if (!remove && !picture?.size) throw refuse.invalid({ picture: "files.missing" });
  const fileId =
    remove || !picture ? null : await draftPicture(access, new Uint8Array(await picture.arrayBuffer()), logoLimits);
  const content = { size: picture?.size, name: picture?.name, remove };
  return write(access, key, "brands.changeLogo", content, async (tx) => {
    // The brand's row is the lock: of two logos at once the one that stays is in use, and the other is let go.
    const [brand] = await tx.select({ logo: brands.logoFileId }).from(brands).where(eq(brands.id, id)).for("update");
    const before = brand?.logo ?? null;
    // biome-ignore lint/correctness/useHookAtTopLevel: not a hook of React
    if (fileId) await attachFile(tx, access.personId, fileId, { kind: "brand", id }, before);
    else if (before) await letGo(tx, [before]);
    await tx.update(brands).set({ logoFileId: fileId }).where(eq(brands.id, id));
    await recordForBrand(tx, "brand changed", {
      brandId: id,
      actorId: access.personId,
      objectId: id,
      at: when(access),
    });
    return { fileId };
  });
}
