import { and, eq, inArray, sql } from "drizzle-orm";
import { outbox } from "@/db/schema/mail";
import type { PersonAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { wake } from "@/lib/jobs/ask";
import { write } from "@/lib/write";
import { deliveryKind } from "./outbox";
import { securityKinds } from "./queries";

/** Sends a security mail of unknown fate again. Its Message-ID stays, so a mailbox that has it already shows one. */
export async function sendAgain(proof: PersonAccess, { mailId }: { mailId: string }, { key }: { key: string }) {
  return write(proof, key, "mail.sendAgain", { mailId }, async (tx) => {
    const [again] = await tx
      .update(outbox)
      .set({ state: "queued", nextAt: sql`now()`, doneAt: null })
      .where(
        and(
          eq(outbox.id, mailId),
          eq(outbox.personId, proof.personId),
          eq(outbox.state, "unknown"),
          inArray(outbox.kind, securityKinds),
        ),
      )
      .returning({ id: outbox.id });
    if (!again) throw refuse.notFound();
    await wake(tx, deliveryKind);
    return { mailId };
  });
}
