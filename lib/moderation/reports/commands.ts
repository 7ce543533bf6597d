import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { people, reports } from "@/db/schema";
import type { CommunityAccess, ReportsAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { enqueueMail } from "@/lib/mail/outbox";
import { managersOf } from "@/lib/members/managers";
import { disturb, tell } from "@/lib/notifications/tell";
import { when, write } from "@/lib/write";
import { countAct } from "../limits/count";
import type { answerReportInput, makeReportInput } from "./input";

type More = { key: string };

/** Anybody may report, with or without an account; without one the limit is for the network it comes from. */
export async function makeReport(
  access: CommunityAccess,
  input: z.infer<typeof makeReportInput>,
  { key }: More,
): Promise<{ reportId: string }> {
  const communityId = access.community.id;
  const me = access.viewer.personId;
  return write(access, key, "moderation.report", { communityId, ...input }, async (tx) => {
    await countAct(tx, access, "flags");
    const personId = me ?? (input.email ? await contactAt(tx, input.email, when(access)) : null);
    const { about, reason, text } = input;
    const [made] = await tx
      .insert(reports)
      .values({ communityId, personId, about, reason, text, madeAt: when(access) })
      .returning({ id: reports.id });
    const reportId = made!.id;
    // The actor is who proved to be it; an address that somebody typed proves nothing.
    await record(tx, "report made", { communityId, actorId: me, objectId: reportId, at: when(access) });
    for (const manager of await managersOf(tx, access, true))
      await enqueueMail(tx, { personId: manager, kind: "report-received", params: { communityId, reportId } });
    return { reportId };
  });
}

async function contactAt(tx: Tx, email: string, at: Date | undefined): Promise<string> {
  await tx.insert(people).values({ state: "contact", email, createdAt: at }).onConflictDoNothing();
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
  return person!.id;
}

export async function answerReport(
  access: ReportsAccess,
  { report: reportId, answer }: z.infer<typeof answerReportInput>,
  { key }: More,
): Promise<{ reportId: string }> {
  const communityId = access.community.id;
  return write(access, key, "moderation.answer", { communityId, reportId, answer }, async (tx) => {
    const [answered] = await tx
      .update(reports)
      .set({ answer, answeredBy: access.personId, answeredAt: when(access) ?? sql`now()` })
      .where(and(eq(reports.communityId, communityId), eq(reports.id, reportId), isNull(reports.answeredAt)))
      .returning({ personId: reports.personId });
    if (!answered) throw refuse.conflict("moderation.alreadyAnswered");
    await record(tx, "report answered", {
      communityId,
      actorId: access.personId,
      objectId: reportId,
      subjectId: answered.personId ?? undefined,
      at: when(access),
    });
    if (answered.personId) {
      const happened = { communityId, reportId, actorId: access.personId, at: when(access) };
      const heard = await tell(tx, happened, new Map([[answered.personId, ["report"]]]));
      await enqueueMail(tx, {
        personId: answered.personId,
        kind: "report-answered",
        params: { communityId, reportId },
      });
      await disturb(tx, happened, heard);
    }
    return { reportId };
  });
}
