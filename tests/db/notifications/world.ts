import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { notifications } from "@/db/schema";
import { insideOf, openMember, openMemberInside, openPerson, openSpaces } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { work } from "@/lib/jobs/work";
import { changeWishes } from "@/lib/notifications/commands";
import { mailAlone, mailDigests, spreadToWatchers } from "@/lib/notifications/jobs";
import { notificationsOf, unreadOf } from "@/lib/notifications/queries";
import { sentenceOf } from "@/lib/notifications/say";
import { wishKeys } from "@/lib/notifications/wishes";
import { settings } from "@/lib/settings/queries";
import { wordsFor } from "@/lib/text";
import { aRoom, key } from "../threads/room";

const words = wordsFor("en");
export type Room = Awaited<ReturnType<typeof aNewsroom>>;

/** A room in which people are told things, and how to ask what. */
export async function aNewsroom() {
  const room = await aRoom();
  const reads = async (who: string) => {
    const access = openMember(await room.to(who));
    const spaces = (await openSpaces(access, true)).flatMap((one) => ("inside" in one ? one.inside : []));
    return openMemberInside(insideOf(access, spaces));
  };
  /** The lines of somebody's page, as they read. */
  const lines = async (who: string) => (await notificationsOf(await reads(who))).rows;
  const says = async (who: string) => (await lines(who)).map((line) => sentenceOf(words, line));
  const unread = async (who: string) => (await unreadOf(openMember(await room.to(who)))).count;
  const rowsOf = (who: string) => db().select().from(notifications).where(eq(notifications.personId, who));
  /** What somebody wishes, beside what is usual. */
  const wish = async (who: string, some: Partial<Parameters<typeof changeWishes>[1]>) => {
    const now = await settings({ personId: who }, wishKeys);
    await changeWishes(openPerson(await viewerOf(who)), { ...now, ...some }, key());
  };
  /** Time passes for what waits to be mailed. */
  const dueNow = () =>
    db().execute(sql`update notifications set letter_at = now() - interval '1 second' where letter is not null`);
  const spread = () => work(spreadToWatchers);
  const mail = async () => {
    await work(mailAlone);
    await work(mailDigests);
  };
  return { ...room, reads, lines, says, unread, rowsOf, wish, dueNow, spread, mail };
}

export { key };
