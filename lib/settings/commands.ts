import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { brandSettings, memberSettings, operatorSettings } from "@/db/schema/settings";
import type { AnyAccess, BrandAccess, DeskAccess, MemberAccess, PersonAccess, SystemAccess } from "@/lib/access/gate";
import { record, recordForBrand } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { endConnections } from "@/lib/realtime/publish";
import { when, write } from "@/lib/write";
import type { ChangeInput } from "./input";
import { type Level, registry, type SettingKey } from "./registry";
import { storeHere, storeMine } from "./store";

type More = { key: string };
type Choice = { key: SettingKey; value: unknown; changedBy: string | null };

/** One command a level, since each needs another proof. All are this. */
async function choose(
  proof: AnyAccess,
  level: Level,
  { setting, value }: ChangeInput,
  { key }: More,
  store: (tx: Tx, choice: Choice) => Promise<unknown>,
): Promise<{ setting: string }> {
  const { levels, schema } = registry[setting];
  if (!(levels as readonly Level[]).includes(level)) throw refuse.invalid({ setting: "settings.notHere" });
  if (!schema.safeParse(value).success) throw refuse.invalid({ value: "settings.invalid" });
  return write(proof, key, `settings.change.${level}`, { setting, value }, async (tx) => {
    await store(tx, { key: setting, value, changedBy: proof.viewer.personId });
    return { setting };
  });
}

const again = { value: sql`excluded.value`, changedBy: sql`excluded.changed_by`, changedAt: sql`now()` };

export const changeMySetting = (proof: PersonAccess, input: ChangeInput, more: More) =>
  choose(proof, "person", input, more, async (tx, { value }) => {
    await storeMine(tx, proof.personId, input.setting, value);
    // Their browsers come back by themselves, and are then shown or not as they now wish.
    if (input.setting === "presenceShown") await endConnections(tx, proof.personId);
  });

export const changeMemberSetting = (proof: MemberAccess, input: ChangeInput, more: More) =>
  choose(proof, "member", input, more, (tx, choice) =>
    tx
      .insert(memberSettings)
      .values({ ...choice, communityId: proof.community.id, personId: proof.personId })
      .onConflictDoUpdate({
        target: [memberSettings.communityId, memberSettings.personId, memberSettings.key],
        set: again,
      }),
  );

export const changeCommunitySetting = (proof: DeskAccess, input: ChangeInput, more: More) =>
  choose(proof, "community", input, more, async (tx, { changedBy, ...choice }) => {
    const { id } = proof.community;
    await storeHere(tx, { communityId: id, changedBy }, [choice]);
    await record(tx, "setting changed", { communityId: id, actorId: proof.personId, objectId: id, at: when(proof) });
  });

export const changeBrandSetting = (proof: BrandAccess, input: ChangeInput, more: More) =>
  choose(proof, "brand", input, more, async (tx, choice) => {
    await tx
      .insert(brandSettings)
      .values({ ...choice, brandId: proof.brand.id })
      .onConflictDoUpdate({ target: [brandSettings.brandId, brandSettings.key], set: again });
    const { id } = proof.brand;
    await recordForBrand(tx, "brand changed", { brandId: id, actorId: proof.personId, objectId: id, at: when(proof) });
  });

export const changeOperatorSetting = (proof: SystemAccess, input: ChangeInput, more: More) =>
  choose(proof, "operator", input, more, (tx, choice) =>
    tx
      .insert(operatorSettings)
      .values(choice)
      .onConflictDoUpdate({ target: [operatorSettings.key], set: again }),
  );
