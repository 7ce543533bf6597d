import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { spaceLevels, threadLevels } from "@/db/schema";
import type { MemberSpaceAccess, ThreadReaderAccess } from "@/lib/access/gate";
import { when, write } from "@/lib/write";
import type { levelInput } from "./input";

type More = { key: string };
type Chosen = z.infer<typeof levelInput>;

// Nothing here is recorded or announced: how closely somebody follows others is nobody else's business.

export async function setThreadLevel(
  access: ThreadReaderAccess,
  { level }: Chosen,
  { key }: More,
): Promise<{ threadId: string; title: string }> {
  const { community, thread, personId } = access;
  const content = { communityId: community.id, threadId: thread.id, level };
  return write(access, key, "watching.setThread", content, async (tx) => {
    const mine = { communityId: community.id, threadId: thread.id, personId };
    if (level === "default")
      await tx
        .delete(threadLevels)
        .where(
          and(
            eq(threadLevels.communityId, community.id),
            eq(threadLevels.threadId, thread.id),
            eq(threadLevels.personId, personId),
          ),
        );
    else {
      const chosen = { level, setAt: when(access) ?? sql`now()` };
      await tx
        .insert(threadLevels)
        .values({ ...mine, ...chosen })
        .onConflictDoUpdate({
          target: [threadLevels.communityId, threadLevels.threadId, threadLevels.personId],
          set: chosen,
        });
    }
    return { threadId: thread.id, title: thread.title };
  });
}

export async function setSpaceLevel(
  access: MemberSpaceAccess,
  { level }: Chosen,
  { key }: More,
): Promise<{ spaceId: string }> {
  const { community, space, personId } = access;
  const content = { communityId: community.id, spaceId: space.id, level };
  return write(access, key, "watching.setSpace", content, async (tx) => {
    const mine = { communityId: community.id, spaceId: space.id, personId };
    if (level === "default")
      await tx
        .delete(spaceLevels)
        .where(
          and(
            eq(spaceLevels.communityId, community.id),
            eq(spaceLevels.spaceId, space.id),
            eq(spaceLevels.personId, personId),
          ),
        );
    else {
      const chosen = { level, setAt: when(access) ?? sql`now()` };
      await tx
        .insert(spaceLevels)
        .values({ ...mine, ...chosen })
        .onConflictDoUpdate({
          target: [spaceLevels.communityId, spaceLevels.personId, spaceLevels.spaceId],
          set: chosen,
        });
    }
    return { spaceId: space.id };
  });
}
