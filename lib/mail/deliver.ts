import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/mail";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { mailOutcomes, mailWait } from "@/lib/operate/metrics";
import { compose, type Queued } from "./compose";
import { type Outcome, smtp, type Transport } from "./transport";

const mailLog = log.child({ area: "mail" });
const mostAttempts = 10;

/** Sends what waits. However many do this at once, each mail is claimed by one of them. */
export async function deliver(transport: Transport | undefined = configured()): Promise<void> {
  if (!transport) return keep();
  for (let mail = await claim(); mail; mail = await claim()) await send(mail, transport);
}

const configured = () => (env.smtpUrl ? smtp(env.smtpUrl, env.mailFrom) : undefined);

/** Marked as being sent, and committed, before any server is spoken to: a crash from here on leaves a trace. */
async function claim(): Promise<Queued | undefined> {
  const next = db()
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.state, "queued"), sql`${outbox.nextAt} <= now()`))
    .orderBy(outbox.nextAt, outbox.id)
    .limit(1)
    .for("update", { skipLocked: true });
  const [claimed] = await db()
    .update(outbox)
    .set({ state: "sending", sendingSince: sql`now()`, attempts: sql`${outbox.attempts} + 1` })
    .where(eq(outbox.id, sql`(${next})`))
    .returning();
  return claimed;
}

async function send(row: Queued, transport: Transport): Promise<void> {
  const outcome = await attempt(row, transport);
  mailOutcomes.inc({ outcome: outcome.came });
  const trouble = "trouble" in outcome ? outcome.trouble : null;
  mailLog.info({ mail: row.id, kind: row.kind, came: outcome.came, trouble }, "a mail was tried");
  await db()
    .update(outbox)
    .set(settled(row, outcome))
    // If it was given up meanwhile, that stands.
    .where(and(eq(outbox.id, row.id), eq(outbox.state, "sending")));
  if (outcome.came === "sent") mailWait.observe((Date.now() - row.createdAt.getTime()) / 1000);
}

async function attempt(row: Queued, transport: Transport): Promise<Outcome> {
  try {
    const ready = await compose(row);
    return ready ? await transport(ready) : { came: "never", trouble: "nobody to send it to" };
  } catch (err) {
    // Nothing was handed over: a transport answers, it does not throw.
    mailLog.error({ err, mail: row.id, kind: row.kind }, "a mail could not be written");
    return { came: "later", trouble: "could not be written" };
  }
}

function settled(row: Queued, outcome: Outcome) {
  if (outcome.came === "sent") return { state: "sent" as const, sealed: null, trouble: null, doneAt: sql`now()` };
  const { trouble } = outcome;
  if (outcome.came === "unknown") return { state: "unknown" as const, trouble, doneAt: sql`now()` };
  if (outcome.came === "never" || row.attempts >= mostAttempts)
    return { state: "failed" as const, sealed: null, trouble, doneAt: sql`now()` };
  const wait = Math.min(6 * 3600, 30 * 2 ** row.attempts);
  return { state: "queued" as const, trouble, nextAt: sql`now() + ${wait} * interval '1 second'` };
}

/** Without a mail server everything stays where the operator, and in a demonstration everybody, can see it. */
async function keep(): Promise<void> {
  const kept = await db()
    .update(outbox)
    .set({ state: "kept", doneAt: sql`now()` })
    .where(eq(outbox.state, "queued"))
    .returning({ id: outbox.id, kind: outbox.kind });
  for (const { id, kind } of kept) mailLog.warn({ mail: id, kind }, "a mail was kept: SMTP_URL is not set");
}

/** Cleans up after crashes, and forgets secrets and old rows. */
export async function settle(): Promise<void> {
  await db()
    .update(outbox)
    .set({ state: "unknown", trouble: "stopped while sending", doneAt: sql`now()` })
    .where(and(eq(outbox.state, "sending"), sql`${outbox.sendingSince} < now() - interval '5 minutes'`));
  await db()
    .update(outbox)
    .set({ state: "failed", trouble: "too late", sealed: null, doneAt: sql`now()` })
    .where(and(eq(outbox.state, "queued"), sql`${outbox.createdAt} < now() - interval '2 days'`));
  await db().execute(
    sql`update outbox set sealed = null where sealed is not null and done_at < now() - interval '1 day'`,
  );
  await db().execute(sql`delete from outbox where done_at < now() - interval '30 days'`);
}
