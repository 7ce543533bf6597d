import { eq } from "drizzle-orm";
import type { z } from "zod";
import { people } from "@/db/schema";
import type { PersonAccess } from "@/lib/access/gate";
import { recordForAccount } from "@/lib/activity/record";
import { when, write } from "@/lib/write";
import type { languageInput, profileInput } from "./input";
import { type Keyed, lockPerson } from "./sessions";

// Its own file: what somebody says about themselves, which has nothing to do with how they sign in.

export async function changeProfile(access: PersonAccess, input: z.infer<typeof profileInput>, { key }: Keyed) {
  const { personId } = access;
  const { name, bio, locale, zone } = input;
  return write(access, key, "accounts.changeProfile", input, async (tx) => {
    await lockPerson(tx, personId);
    await tx
      .update(people)
      .set({ name, bio: bio || null, locale: locale || null, zone: zone || null })
      .where(eq(people.id, personId));
    await recordForAccount(tx, "profile changed", { actorId: personId, objectId: personId, at: when(access) });
    return {};
  });
}

export async function changeLanguage(
  access: PersonAccess,
  { locale }: Pick<z.infer<typeof languageInput>, "locale">,
  { key }: Keyed,
) {
  return write(access, key, "accounts.changeLanguage", { locale }, async (tx) => {
    await tx.update(people).set({ locale }).where(eq(people.id, access.personId));
    return {};
  });
}
