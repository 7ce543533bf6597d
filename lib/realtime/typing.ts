import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ThreadWriteAccess } from "@/lib/access/gate";
import { spaceChannel } from "./channels";
import { presenceId } from "./presence-ids";
import { isShown } from "./shown";
import { topics } from "./topics";

// Its own file because it is no event: it is told and forgotten, and no row of anything says it.

// On globalThis because the framework loads a module once per bundle, and who tells and who passes on are in two.
const held = globalThis as unknown as { kindlingProcess?: string };
held.kindlingProcess ??= randomBytes(6).toString("hex");

/** One process among several, as they tell each other apart. */
export const thisProcess = held.kindlingProcess;

/** Who writes says so at most this often, in milliseconds; what comes sooner is dropped. */
const pauseMs = 2_000;
const mostWriters = 10_000;
const told = new Map<string, number>();

/** Tells who reads the space that somebody writes in this thread; not of who does not want to be seen. */
export async function tellTyping({ community, space, thread, personId }: ThreadWriteAccess, secret: string) {
  const now = Date.now();
  if (now - (told.get(personId) ?? 0) < pauseMs) return;
  if (told.size > mostWriters) told.clear();
  told.set(personId, now);
  const channel = spaceChannel(space.id);
  if (!(await isShown({ communityId: community.id, channel }, personId))) return;
  const who = presenceId(secret, channel, personId);
  await db().execute(sql`
    select pg_notify(${topics.typing}, ${`${community.id}:${channel}:`}::text || coalesce(max(epoch), 1) || ${`:${thread.id}:${who}:${thisProcess}`}::text)
    from channel_heads where community_id = ${community.id} and channel = ${channel}`);
}
