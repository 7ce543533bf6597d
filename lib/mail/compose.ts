import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { communities } from "@/db/schema/communities";
import type { outbox } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { env } from "@/lib/env";
import type { MailOf } from "@/lib/notifications/token";
import { doing } from "@/lib/paths";
import { isLocale, wordsFor } from "@/lib/text";
import { absolute } from "@/lib/text/dates";
import { isZone } from "@/lib/text/zones";
import { mailbox } from "./address";
import { kinds, type MailKind } from "./kinds";
import { type Facts, letters } from "./letters";
import { newsOf, noNews } from "./news";
import { opened } from "./outbox";
import { remindedOf } from "./reminded";
import { render } from "./render";

export type Queued = typeof outbox.$inferSelect;
export type Ready = {
  to: string;
  messageId: string;
  subject: string;
  text: string;
  html: string;
  /** Where a mail program ends mails of this kind by itself, and a browser asks. */
  unsubscribe?: string;
};

/** Looks up whom a mail goes to and what it says, now. Nothing if there is nobody left to send it to, or nothing left to tell. */
export async function compose(row: Queued): Promise<Ready | undefined> {
  const kind = row.kind as MailKind;
  const [person] = await db().select().from(people).where(eq(people.id, row.personId));
  const { secret = "", address: sealed } = opened(row.sealed);
  const { to } = kinds[kind];
  const address = to === "sealed" ? sealed : person?.[to];
  const exactly = address ? mailbox(address) : undefined;
  if (!person || !exactly) return undefined;

  const { communityId, inviterId, askerId, bookmarkId, mailing, of = "digest", at } = row.params;
  const community = communityId ? await communityNamed(communityId) : { name: "", slug: "" };
  if (!community) return undefined;

  const thread = bookmarkId ? await remindedOf(person.id, communityId ?? "", bookmarkId) : { title: "", postId: "" };
  if (!thread) return undefined;

  const told = kind === "notice" || kind === "digest";
  const news = told ? await newsOf(person.id, mailing ?? "", of as MailOf, row.locale) : noNews;
  if (!news) return undefined;

  const locale = isLocale(row.locale) ? row.locale : "en";
  const words = wordsFor(locale);
  const somebody = inviterId ?? askerId;
  const facts: Facts = {
    origin: env.origin,
    community,
    secret,
    thread,
    news,
    person: (somebody && (await nameOf(somebody))) || words.mail.somebody,
    when: at
      ? absolute(new Date(at), { locale, zone: isZone(person.zone) ? person.zone : "UTC" }, { showZone: true })
      : "",
  };
  const text = letters[kind](words.mail, facts);
  const unsubscribe = text.unsubscribe && env.origin + doing.unsubscribe(text.unsubscribe);
  return { to: exactly, messageId: row.messageId, unsubscribe, ...render(text, words, locale, env.origin) };
}

async function communityNamed(id: string) {
  const [found] = await db()
    .select({ name: communities.name, slug: communities.slug })
    .from(communities)
    .where(eq(communities.id, id));
  return found;
}

async function nameOf(id: string) {
  const [found] = await db().select({ name: people.name }).from(people).where(eq(people.id, id));
  return found?.name;
}
