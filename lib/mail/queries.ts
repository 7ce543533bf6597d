import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/mail";
import type { PersonAccess } from "@/lib/access/gate";
import { env } from "@/lib/env";
import { refuse } from "@/lib/errors";
import { compose } from "./compose";
import { kinds, type MailKind } from "./kinds";

export const securityKinds = (Object.keys(kinds) as MailKind[]).filter((kind) => kinds[kind].security);

/** Security mail of which we do not know whether it went out: its owner is offered it again. */
export async function mailInDoubt({ personId }: PersonAccess) {
  return db()
    .select({ id: outbox.id, kind: outbox.kind, at: outbox.createdAt })
    .from(outbox)
    .where(
      and(
        eq(outbox.personId, personId),
        eq(outbox.state, "unknown"),
        inArray(outbox.kind, securityKinds),
        gt(outbox.createdAt, sql`now() - interval '1 day'`),
      ),
    )
    .orderBy(desc(outbox.createdAt));
}

/** The mailbox of a demonstration, which shows everybody's mail with its links. It exists nowhere else. */
export async function lastMails(limit = 50) {
  if (!env.demo) throw refuse.notFound();
  const rows = await db().select().from(outbox).orderBy(desc(outbox.createdAt), outbox.id).limit(limit);
  const mails = await Promise.all(
    rows.map(async (row) => ({ at: row.createdAt, id: row.id, mail: await compose(row) })),
  );
  return mails.flatMap(({ at, id, mail }) => (mail ? [{ at, id, ...mail }] : []));
}
