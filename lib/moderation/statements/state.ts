import type { Tx } from "@/db/client";
import { statements } from "@/db/schema";
import type { CommunityAccess, StatementKind } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { enqueueMail } from "@/lib/mail/outbox";
import { disturb, tell } from "@/lib/notifications/tell";
import { when } from "@/lib/write";

// Its own file because hiding, suspending and removing each end in it, in their own transactions.

export interface Stated {
  personId: string;
  kind: StatementKind;
  reason: string;
  postId?: string;
  suspensionId?: string;
  /** Days it holds; without, it has no end or needs none. */
  days?: number;
}

/**
 * Writes down what was decided about somebody, why, and until when, and lets them know: there they can object. Of hidden
 * words they are told by the news of the post itself.
 */
export async function state(
  tx: Tx,
  access: CommunityAccess & { personId: string },
  { days, ...stated }: Stated,
): Promise<string> {
  const communityId = access.community.id;
  const at = when(access) ?? new Date();
  const until = days === undefined ? null : new Date(at.getTime() + days * 86_400_000);
  const [made] = await tx
    .insert(statements)
    .values({ communityId, ...stated, by: access.personId, at, until })
    .returning({ id: statements.id });
  const statementId = made!.id;
  const about = { communityId, actorId: access.personId, objectId: statementId, subjectId: stated.personId };
  if (stated.kind === "warning") await record(tx, "person warned", { ...about, at: when(access) });
  if (stated.kind === "silence") await record(tx, "person silenced", { ...about, at: when(access) });
  if (stated.kind === "hiding") return statementId;
  const happened = { communityId, statementId, actorId: access.personId, at: when(access) };
  const heard = await tell(tx, happened, new Map([[stated.personId, ["statement"]]]));
  if (!happened.at)
    await enqueueMail(tx, { personId: stated.personId, kind: "statement", params: { communityId, statementId } });
  await disturb(tx, happened, heard);
  return statementId;
}
