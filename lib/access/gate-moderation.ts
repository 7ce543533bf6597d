import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { Refusal, refuse } from "@/lib/errors";
import { setting } from "@/lib/settings/queries";
import { spacesWhere } from "./find";
import { openInside, openMember, openPost, openReports } from "./gate";
import { mint } from "./mint";
import { may } from "./policy";
import type {
  AppealAccess,
  CommunityAccess,
  CommunityModeratorAccess,
  ConcernedAccess,
  FlagAccess,
  LogAccess,
  ModeratorAccess,
  PostAccess,
  PostModerationAccess,
  StatementAccess,
} from "./proofs";
import { idOrNone, readable } from "./rows";

// The gate of moderation: who looks after what, and whom its decisions concern.

/** The rooms of moderation do not exist for who looks after nothing. */
export async function openModerator(access: CommunityAccess): Promise<ModeratorAccess> {
  const { standing, community } = access;
  if (!standing.personId || !may.moderateSomewhere(standing)) throw refuse.notFound();
  const all = await spacesWhere(community.id, sql`true order by s.position, s.id limit 200`);
  const moderated = all.filter((space) => may.moderate(standing, space));
  return mint({ ...access, personId: standing.personId, moderator: true as const, moderated });
}

export function openFlag(access: PostAccess): FlagAccess {
  const { personId } = openMember(access);
  const { standing, space, post } = access;
  if (post.removed || !may.flag(standing, space, post)) throw refuse.forbidden("moderation.mayNotFlag");
  return mint({ ...access, personId, flags: true as const });
}

/** Moderating a post does not exist for who does not look after its space. */
export function openPostToModerate(access: PostAccess): PostModerationAccess {
  const { personId } = access.standing;
  if (!personId || !may.moderate(access.standing, access.space)) throw refuse.notFound();
  return mint({ ...access, personId, moderates: true as const });
}

/** Whoever is suspended or was removed still reads why, and may object. */
export function openConcerned(access: CommunityAccess): ConcernedAccess {
  const { personId } = access.standing;
  if (!personId) throw refuse.signIn();
  return mint({ ...access, personId, concerned: true as const });
}

export async function openStatement(access: CommunityAccess, id: string): Promise<StatementAccess> {
  const concerned = openConcerned(access);
  const { rows } = await db().execute<StatementAccess["statement"]>(sql`
    select s.id, s.kind, s.post_id as "postId" from statements s
    where s.community_id = ${access.community.id} and s.id = ${idOrNone(id)} and s.person_id = ${concerned.personId}`);
  const [statement] = rows;
  if (!statement) throw refuse.notFound();
  return mint({ ...concerned, statement });
}

/** Nobody answers their own, and nobody answers for a place where they do not read. */
export async function openAppeal(access: CommunityModeratorAccess, id: string): Promise<AppealAccess> {
  const { rows } = await db().execute<Omit<AppealAccess["appealed"], "post"> & { postId: string | null }>(sql`
    select s.id, s.kind, s.person_id as "personId", s.post_id as "postId", s.suspension_id as "suspensionId", s.by from statements s
    where s.community_id = ${access.community.id} and s.id = ${idOrNone(id)} and s.appealed_at is not null
      and s.person_id <> ${access.personId} and ${readable(access)}`);
  const [found] = rows;
  if (!found) throw refuse.notFound();
  const { postId, ...appealed } = found;
  const post = appealed.kind === "hiding" && postId ? await openPost(access, postId).catch(noPost) : null;
  return mint({ ...access, appealed: { ...appealed, post } });
}

export async function openCommunityModerator(access: CommunityAccess): Promise<CommunityModeratorAccess> {
  const moderator = await openModerator(access);
  return mint({ ...moderator, ...openReports(access) });
}

/** Its author removed it since. */
function noPost(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}

/** Of the spaces they read. Where the community keeps it among its moderators, it does not exist for others. */
export async function openLog(access: CommunityAccess): Promise<LogAccess> {
  const { standing, community } = access;
  const moderates = may.moderateSomewhere(standing);
  if (!moderates && !(await setting({ brandId: community.brandId, communityId: community.id }, "logShown")))
    throw refuse.notFound();
  const member = openMember(access);
  const { inside } = await openInside(access);
  return mint({ ...member, inside, log: moderates ? ("of moderators" as const) : ("of members" as const) });
}
