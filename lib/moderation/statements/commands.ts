import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { statements, suspensions } from "@/db/schema";
import type { AppealAccess, ReportsAccess, StatementAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/outbox";
import { disturb, tell } from "@/lib/notifications/tell";
import { bringBack } from "@/lib/posts/remove";
import { when, write } from "@/lib/write";
import { silence, warn } from "../measures";
import type { answerAppealInput, appealInput, correctInput, liftSilenceInput } from "./input";
import { liftStatements } from "./lift";

type More = { key: string };

/** A word about how somebody behaves, or a time without saying anything. */
export async function correctPerson(
  access: ReportsAccess,
  { person: personId, measure, days, reason }: z.infer<typeof correctInput>,
  { key }: More,
): Promise<{ statementId: string }> {
  const content = { communityId: access.community.id, personId, measure, days, reason };
  return write(access, key, "moderation.correct", content, async (tx) => ({
    statementId:
      measure === "warning"
        ? await warn(tx, access, { personId, reason })
        : await silence(tx, access, { personId, reason, days }),
  }));
}

/** Before it is over. Not one's own: a silenced moderator is heard again when another says so. */
export async function liftSilence(
  access: ReportsAccess,
  { person: personId, statement: id }: z.infer<typeof liftSilenceInput>,
  { key }: More,
): Promise<{ statementId: string }> {
  const communityId = access.community.id;
  if (personId === access.personId) throw refuse.forbidden("moderation.mayNotCorrect");
  return write(access, key, "moderation.liftSilence", { communityId, personId, id }, async (tx) => {
    const [lifted] = await tx
      .update(statements)
      .set({ liftedAt: when(access) ?? sql`now()`, liftedBy: access.personId })
      .where(
        and(
          eq(statements.communityId, communityId),
          eq(statements.id, id),
          eq(statements.personId, personId),
          eq(statements.kind, "silence"),
          isNull(statements.liftedAt),
        ),
      )
      .returning({ id: statements.id });
    if (!lifted) throw refuse.notFound();
    await record(tx, "silence lifted", { ...actOf(access, id, personId) });
    return { statementId: id };
  });
}

/** Against one decision, once, by whom it concerns, also when they may no longer take part. */
export async function appeal(
  access: StatementAccess,
  { text }: Omit<z.infer<typeof appealInput>, "statement">,
  { key }: More,
): Promise<{ statementId: string }> {
  const communityId = access.community.id;
  const { id } = access.statement;
  return write(access, key, "moderation.appeal", { communityId, id, text }, async (tx) => {
    const [made] = await tx
      .update(statements)
      .set({ appeal: text, appealedAt: when(access) ?? sql`now()` })
      .where(
        and(
          eq(statements.communityId, communityId),
          eq(statements.id, id),
          isNull(statements.appealedAt),
          isNull(statements.liftedAt),
        ),
      )
      .returning({ id: statements.id });
    if (!made) throw refuse.conflict("moderation.appealedAlready");
    await record(tx, "appeal made", {
      communityId,
      actorId: access.personId,
      objectId: id,
      at: when(access),
    });
    return { statementId: id };
  });
}

/** A granted appeal undoes what was decided, in the same transaction. Not by who decided, as long as somebody else could. */
export async function answerAppeal(
  access: AppealAccess,
  { granted, answer }: Omit<z.infer<typeof answerAppealInput>, "statement">,
  { key }: More,
): Promise<{ statementId: string }> {
  const { community, appealed, personId } = access;
  const communityId = community.id;
  const { id } = appealed;
  return write(access, key, "moderation.answerAppeal", { communityId, id, granted, answer }, async (tx) => {
    if (appealed.by === personId && (await othersCould(tx, access))) throw refuse.forbidden("moderation.ownDecision");
    const [answered] = await tx
      .update(statements)
      .set({ granted, answer, answeredBy: personId, answeredAt: when(access) ?? sql`now()` })
      .where(and(eq(statements.communityId, communityId), eq(statements.id, id), isNull(statements.answeredAt)))
      .returning({ id: statements.id });
    if (!answered) throw refuse.conflict("moderation.alreadyAnswered");
    if (granted) await undo(tx, access);
    await record(tx, "appeal answered", actOf(access, id, appealed.personId));
    const happened = { communityId, statementId: id, actorId: personId, at: when(access) };
    const heard = await tell(tx, happened, new Map([[appealed.personId, ["appeal"]]]));
    if (!happened.at)
      await enqueueMail(tx, {
        personId: appealed.personId,
        kind: "appeal-answered",
        params: { communityId, statementId: id },
      });
    await disturb(tx, happened, heard);
    return { statementId: id };
  });
}

const actOf = (access: ReportsAccess, objectId: string, subjectId: string) => ({
  communityId: access.community.id,
  actorId: access.personId,
  objectId,
  subjectId,
  at: when(access),
});

/**
 * Somebody else leads here, or has the duty for the whole community and reads where it happened, and may act now. Of a space
 * for holders of badges only who leads is counted: an appeal must never wait for somebody who cannot open it.
 */
async function othersCould(tx: Tx, { community, personId, appealed }: AppealAccess): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from memberships m join people p on p.id = m.person_id
    where m.community_id = ${community.id} and m.person_id not in (${personId}, ${appealed.personId})
      and not exists (select from suspensions u where u.community_id = m.community_id and u.person_id = m.person_id
        and u.lifted_at is null and u.since <= now() and (u.until is null or u.until > now()))
      and (m.role = 'manager'
        or exists (select from brand_owners o where o.brand_id = ${community.brandId} and o.person_id = m.person_id)
        or (p.email_verified_at is not null
          and exists (select from duties d where d.community_id = m.community_id and d.person_id = m.person_id
            and d.space_id is null and d.ended_at is null)
          and not exists (select from statements s join posts o on o.community_id = s.community_id and o.id = s.post_id
            join threads t on t.community_id = o.community_id and t.id = o.thread_id
            join spaces c on c.community_id = t.community_id and c.id = t.space_id
            where s.community_id = m.community_id and s.id = ${appealed.id} and c.read_audience = 'badges'))) limit 1`);
  return rows.length > 0;
}

async function undo(tx: Tx, access: AppealAccess): Promise<void> {
  const { community, appealed, personId } = access;
  const { post } = appealed;
  if (post?.post.removed === "by moderator") await bringBack(tx, { ...post, personId });
  if (appealed.suspensionId) {
    const { id } = community;
    const [lifted] = await tx
      .update(suspensions)
      .set({ liftedAt: when(access) ?? sql`now()`, liftedBy: personId })
      .where(
        and(eq(suspensions.communityId, id), eq(suspensions.id, appealed.suspensionId), isNull(suspensions.liftedAt)),
      )
      .returning({ id: suspensions.id });
    if (lifted) await record(tx, "suspension lifted", actOf(access, lifted.id, appealed.personId));
  }
  await liftStatements(tx, access, { id: appealed.id });
}
