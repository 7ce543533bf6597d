import { sql } from "drizzle-orm";
import { people } from "@/db/schema";
import type { SystemAccess } from "@/lib/access/gate";
import { recordForAccount } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { when, write } from "@/lib/write";

// Its own file because these accounts begin without a form: no password, no mail, and whoever brings the people in vouches
// for their addresses. Today that is the demo world.

export interface Imported {
  name: string;
  email: string;
  bio: string | null;
  locale: string | null;
  zone: string | null;
}

/** Makes an account that is proven from the start. Somebody who was invited becomes the person they already are here. */
export async function importPerson(
  access: SystemAccess,
  input: Imported,
  { key }: { key: string },
): Promise<{ personId: string }> {
  return write(access, key, "accounts.import", input, async (tx) => {
    const at = when(access);
    const facts = { ...input, state: "active" as const, emailVerifiedAt: at ?? sql`now()` };
    const [person] = await tx
      .insert(people)
      .values({ ...facts, createdAt: at })
      .onConflictDoUpdate({
        target: people.email,
        set: facts,
        setWhere: sql`${people.state} in ('invited', 'contact')`,
      })
      .returning({ id: people.id });
    if (!person) throw refuse.invalid({ email: "accounts.emailTaken" });
    const act = { actorId: person.id, objectId: person.id, at };
    await recordForAccount(tx, "account made", act);
    await recordForAccount(tx, "address verified", act);
    return { personId: person.id };
  });
}
