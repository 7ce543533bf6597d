import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { insideOf, openCommunityById, openMember, openMemberInside, openSpaces } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { Refusal } from "@/lib/errors";
import { linesOfMail } from "@/lib/notifications/queries";
import { reasonOf, sentenceOf, targetOf } from "@/lib/notifications/say";
import { type MailOf, tokenFor } from "@/lib/notifications/token";
import { isLocale, wordsFor } from "@/lib/text";
import type { News } from "./letters";

// Its own file because it asks for access as the reader of the mail, one community after the other.

/** Nobody reads on beyond these; the rest stands in the app. */
const mostLines = 20;
const mostCommunities = 10;

export const noNews: News = { communities: [], unsubscribe: "" };

/** What a mail tells: what at this moment is unread and may be read by them. Nothing if that is nothing. */
export async function newsOf(personId: string, mailing: string, of: MailOf, locale: string): Promise<News | undefined> {
  const { rows } = await db().execute<{ communityId: string }>(sql`
    select community_id as "communityId" from notifications where letter_id = ${/^[0-9a-f-]{36}$/.test(mailing) ? mailing : null} and person_id = ${personId}
    group by community_id order by max(created_at) desc limit ${mostCommunities}`);
  const words = wordsFor(isLocale(locale) ? locale : "en");
  const communities: News["communities"] = [];
  for (const { communityId } of rows) {
    const found = await linesIn(personId, communityId, mailing);
    if (!found || found.lines.length === 0) continue;
    const { name, slug, lines, more } = found;
    communities.push({
      ...{ name, slug, more },
      lines: lines.map((line) => ({
        text: sentenceOf(words, line),
        reason: reasonOf(words, line),
        said: line.said,
        path: targetOf(slug, line),
      })),
    });
  }
  return communities.length > 0 ? { communities, unsubscribe: tokenFor(personId, of) } : undefined;
}

/** Nothing where they no longer belong. */
async function linesIn(personId: string, communityId: string, mailing: string) {
  try {
    const access = openMember(await openCommunityById(await viewerOf(personId), communityId));
    const spaces = (await openSpaces(access, true)).flatMap((one) => ("inside" in one ? one.inside : []));
    const { rows, next } = await linesOfMail(openMemberInside(insideOf(access, spaces)), mailing, mostLines);
    const { name, slug } = access.community;
    return { name, slug, lines: rows, more: next !== undefined };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
