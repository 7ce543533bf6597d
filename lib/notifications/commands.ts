import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { MemberAccess, PersonAccess, VisitorAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { storeMine } from "@/lib/settings/store";
import { write } from "@/lib/write";
import type { kindInput, markReadInput, wishesInput } from "./input";
import { kinds } from "./kinds";
import { markWhere } from "./read";
import { readToken, switchOf } from "./token";

type More = { key: string };

// Nothing here is recorded or announced to others: what somebody has read, and wants to hear, is nobody else's business.

/** One line with all that it stands for, or everything that stood there when the list was made. */
export async function markNotificationsRead(
  access: MemberAccess,
  { notification, until }: z.infer<typeof markReadInput>,
  { key }: More,
): Promise<{ read: number }> {
  const content = { communityId: access.community.id, notification, until };
  return write(access, key, "notifications.markRead", content, async (tx) => {
    const line = sql`n.id = ${notification ?? null} or exists (select from notifications l where l.community_id = n.community_id
      and l.person_id = n.person_id and l.id = ${notification ?? null} and l.thread_id = n.thread_id and l.kind = n.kind
      and l.day = n.day and l.created_at >= n.created_at)`;
    const which = notification
      ? sql`(${line})`
      : sql`n.created_at <= ${until ?? new Date().toISOString()}::timestamptz`;
    return { read: await markWhere(tx, access, which) };
  });
}

/** They want to hear no more of a kind, anywhere; of moderation it stays in the app. */
export async function hearLessOf(
  access: PersonAccess,
  { kind }: z.infer<typeof kindInput>,
  { key }: More,
): Promise<{ kind: string }> {
  const { setting, cause } = kinds[kind];
  if (!setting) throw refuse.invalid({ kind: "settings.notHere" });
  return write(access, key, "notifications.hearLess", { kind }, async (tx) => {
    await storeMine(tx, access.personId, setting, cause === "moderation" ? "app" : "off");
    return { kind };
  });
}

/** All that one form says, at once. */
export async function changeWishes(
  access: PersonAccess,
  wishes: z.infer<typeof wishesInput>,
  { key }: More,
): Promise<{ saved: boolean }> {
  return write(access, key, "notifications.wishes", wishes, async (tx) => {
    for (const [setting, value] of Object.entries(wishes))
      await storeMine(tx, access.personId, setting as keyof typeof wishes, value);
    return { saved: true };
  });
}

/** Whoever holds the address of a mail may end mails of its kind, signed in or not: it says whose, and opens nothing else. */
export async function unsubscribe(
  access: VisitorAccess,
  { token }: { token: string },
  { key }: More,
): Promise<{ kind: string }> {
  const { personId, kind } = readToken(token) ?? {};
  if (!personId || !kind) throw refuse.notFound();
  const setting = switchOf(kind);
  if (!setting) throw refuse.notFound();
  return write(access, key, "notifications.unsubscribe", { personId, kind }, async (tx) => {
    // Somebody erased keeps no settings.
    const { rows } = await tx.execute(sql`select 1 from people where id = ${personId} and state <> 'erased' for share`);
    if (rows.length > 0) await storeMine(tx, personId, setting, kind === "digest" ? "never" : "app");
    return { kind };
  });
}
