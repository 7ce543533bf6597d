import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { suspensions } from "@/db/schema";
import type { CommunityAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { endMembership, silenceFor } from "@/lib/members/admit";
import { holdMember } from "@/lib/members/target";
import { when } from "@/lib/write";
import { state } from "./statements/state";

// Its own file because a measure is taken from a flag, from somebody's history and from the desk, and means the same.

type Acting = CommunityAccess & { personId: string };

export interface Measure {
  personId: string;
  /** They read it. */
  reason: string;
  /** What it is about, where that is one post. */
  postId?: string;
}
export type Timed = Measure & { days: number };

/** Whom one may correct, their row held until the end. */
async function held(tx: Tx, access: Acting, personId: string): Promise<void> {
  const target = await holdMember(tx, access, personId);
  if (!may.correctPerson(access.standing, target)) throw refuse.forbidden("moderation.mayNotCorrect");
}

export async function warn(tx: Tx, access: Acting, measure: Measure): Promise<string> {
  await held(tx, access, measure.personId);
  return state(tx, access, { ...measure, kind: "warning" });
}

/** They read on, and say nothing until it is over. */
export async function silence(tx: Tx, access: Acting, measure: Timed): Promise<string> {
  await held(tx, access, measure.personId);
  return state(tx, access, { ...measure, kind: "silence" });
}

export async function suspend(tx: Tx, access: Acting, { days, ...measure }: Timed): Promise<string> {
  const { personId } = measure;
  const target = await holdMember(tx, access, personId);
  if (!may.removePerson(access.standing, target)) throw refuse.forbidden("moderation.mayNotSuspend");
  const suspensionId = await keepOut(tx, access, measure, days);
  await record(tx, "person suspended", {
    communityId: access.community.id,
    actorId: access.personId,
    objectId: suspensionId,
    subjectId: personId,
    at: when(access),
  });
  await silenceFor(tx, access.community.id, personId);
  await state(tx, access, { ...measure, kind: "suspension", suspensionId, days });
  return suspensionId;
}

/** A removal is a suspension without an end, so that the same person does not walk in again by the open door. */
export async function remove(tx: Tx, access: Acting, measure: Measure): Promise<string> {
  const { personId } = measure;
  const target = await holdMember(tx, access, personId);
  if (!may.removePerson(access.standing, target)) throw refuse.forbidden("members.mayNotRemove");
  await endMembership(tx, access, personId);
  const suspensionId = await keepOut(tx, access, measure);
  await record(tx, "member removed", {
    communityId: access.community.id,
    actorId: access.personId,
    objectId: personId,
    subjectId: personId,
    at: when(access),
  });
  await state(tx, access, { ...measure, kind: "removal", suspensionId });
  return suspensionId;
}

async function keepOut(tx: Tx, access: Acting, { personId, reason }: Measure, days?: number): Promise<string> {
  const since = sql`coalesce(${when(access) ?? null}::timestamptz, now())`;
  const [made] = await tx
    .insert(suspensions)
    .values({
      communityId: access.community.id,
      personId,
      reason,
      by: access.personId,
      since,
      until: days === undefined ? null : sql`${since} + ${days} * interval '1 day'`,
    })
    .returning({ id: suspensions.id });
  return made!.id;
}
