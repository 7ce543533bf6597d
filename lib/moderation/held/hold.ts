import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files, held, sentTexts } from "@/db/schema";
import type { CommunityAccess, Space, SpaceAccess, SpaceWriteAccess, ThreadWriteAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { keyedDigest } from "@/lib/access/secrets";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { disturb, tell } from "@/lib/notifications/tell";
import { mostPictures } from "@/lib/pictures/input";
import { pictureIds } from "@/lib/pictures/marks";
import { closesLater } from "@/lib/polls/add";
import type { NewPoll } from "@/lib/polls/input";
import type { Understood } from "@/lib/references/keep";
import { puttable } from "@/lib/tags/put";
import { when } from "@/lib/write";
import { moderatorsOf } from "../moderators";
import { type Facts, isNew, notAllowed, notByEdit, type Rules, whyHeld } from "../rules/judge";
import { rulesIn } from "../rules/read";
import { folded, wordsOf } from "../rules/words";

// Its own file because the commands that send and that change words begin with it, in their own transaction.

/** As many of one person wait at once: more would bury what others sent. */
export const mostWaiting = 5;
/** Shorter is "Thank you", which anybody says twice. */
const shortestRepeated = 20;

interface Sent {
  said: Understood;
  title?: string;
  answersId?: string;
  tags?: readonly string[];
  poll?: NewPoll;
}

const pollWords = (poll: NewPoll | undefined) => (poll ? [poll.question, ...poll.options] : []);

/**
 * Asks the rules of the community of what is being sent. What is not allowed is refused; what a moderator looks at first is
 * kept, and its id is the answer; nothing, and it is to be written. Whoever moderates there is never asked.
 */
export async function holdBack(
  tx: Tx,
  access: ThreadWriteAccess | SpaceWriteAccess,
  sent: Sent,
): Promise<string | undefined> {
  const rules = await rulesFor(tx, access);
  if (!rules) return undefined;
  const { said, title, tags = [], poll } = sent;
  const words = wordsOf(title, said.text, ...tags, ...pollWords(poll));
  const bad = notAllowed(rules, { words, html: said.html });
  if (bad?.word) throw refuse.conflict("held.wordRefused", { word: bad.word });
  if (bad?.domain) throw refuse.conflict("held.domainRefused", { domain: bad.domain });
  const facts = await factsAbout(tx, access, rules, words);
  const why = whyHeld(facts, rules, { words, html: said.html, mentions: said.mentions.length });
  if (why.length === 0) return undefined;
  await askNow(tx, access, sent);
  return keep(tx, access, sent, why);
}

/** What the form would be refused for is said to who sends it, and not to the moderator days later. */
async function askNow(tx: Tx, { community }: SpaceAccess, { tags = [], poll }: Sent): Promise<void> {
  const taken = await puttable(tx, { communityId: community.id, brandId: community.brandId, slugs: tags });
  if (taken.length < tags.length) throw refuse.invalid({ tags: "tags.notOffered" });
  if (poll && !(await closesLater(tx, poll, community.zone))) throw refuse.invalid({ pollCloses: "polls.closesPast" });
}

/** What an edit may not bring in: it is refused, since what stands there already cannot wait. So is what is written for the whole community. */
export async function refuseChange(
  tx: Tx,
  access: CommunityAccess & { space?: Space; personId: string },
  before: { words: string; html?: string },
  now: { words: string; html?: string },
): Promise<void> {
  const rules = await rulesFor(tx, access);
  if (!rules) return;
  const said = (one: typeof now) => ({ words: wordsOf(one.words), html: one.html ?? "", mentions: 0 });
  const bad = notByEdit({ posts: await standing(tx, access) }, rules, said(before), said(now));
  if (bad?.word) throw refuse.conflict("held.wordInEdit", { word: bad.word });
  if (bad?.domain) throw refuse.conflict("held.domainRefused", { domain: bad.domain });
  if (bad?.links) throw refuse.conflict("held.linksInEdit");
}

const rulesFor = async (tx: Tx, { community, standing: who, space }: CommunityAccess & { space?: Space }) =>
  (space ? may.moderate(who, space) : may.answerReports(who)) ? undefined : rulesIn(tx, community.id);

type Writer = CommunityAccess & { personId: string };

/** Their posts that stand here, as far as any rule counts. */
async function standing(tx: Tx, { community, personId }: Writer): Promise<number> {
  const { rows } = await tx.execute<{ posts: number }>(sql`
    select count(*)::int as posts from (select from posts where community_id = ${community.id} and author_id = ${personId}
      and removed_at is null limit 20) o`);
  return rows[0]!.posts;
}

async function factsAbout(tx: Tx, access: Writer, rules: Rules, words: string): Promise<Facts> {
  const posts = await standing(tx, access);
  const letters = folded(words).replace(/[^\p{L}\p{N}]/gu, "");
  if (!rules.spamChecks || letters.length < shortestRepeated) return { posts, repeated: false, others: 0 };
  return { posts, ...(await sentBefore(tx, access, letters, isNew(rules, posts))) };
}

/** Writes down that this was sent, and answers who sent the same within the hour. Two who send it at once come one after the other. */
async function sentBefore(tx: Tx, { community, personId }: Writer, letters: string, newcomer: boolean) {
  const print = keyedDigest("sent text", `${community.id}\n${letters}`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sent ${print}`}, 0))`);
  const { rows } = await tx.execute<{ repeated: boolean; others: number }>(sql`
    select coalesce(bool_or(person_id = ${personId}), false) as repeated,
      count(distinct person_id) filter (where newcomer and person_id <> ${personId})::int as others
    from (select person_id, newcomer from sent_texts where community_id = ${community.id} and print = ${print}
      and sent_at > now() - interval '1 hour' limit 100) s`);
  await tx.insert(sentTexts).values({ communityId: community.id, personId, print, newcomer });
  return rows[0]!;
}

async function keep(
  tx: Tx,
  access: ThreadWriteAccess | SpaceWriteAccess,
  { said, title, answersId, tags, poll }: Sent,
  why: (typeof held.$inferInsert)["why"],
): Promise<string> {
  const { community, space, personId } = access;
  const threadId = "thread" in access ? access.thread.id : undefined;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`held ${community.id} ${personId}`}, 0))`);
  const waiting = await tx.$count(
    held,
    and(eq(held.communityId, community.id), eq(held.personId, personId), isNull(held.decision)),
  );
  if (waiting >= mostWaiting) throw refuse.conflict("held.tooManyWaiting", { most: mostWaiting });
  const at = when(access);
  const [made] = await tx
    .insert(held)
    .values({
      communityId: community.id,
      personId,
      kind: threadId ? "answer" : "thread",
      spaceId: space.id,
      threadId,
      answersId,
      title: title ?? "",
      text: said.text,
      mentions: said.mentions.map((one) => one.personId),
      tags: tags ? [...tags] : undefined,
      poll,
      why,
      madeAt: at,
    })
    .returning({ id: held.id });
  const id = made!.id;
  await keepPictures(tx, { communityId: community.id, id, personId, html: said.html });
  await record(tx, "post held", { communityId: community.id, spaceId: space.id, actorId: personId, objectId: id, at });
  const happened = { communityId: community.id, heldId: id, actorId: personId, at };
  const moderators = await moderatorsOf(tx, access);
  await disturb(tx, happened, await tell(tx, happened, new Map(moderators.map((one) => [one, ["waits"]]))));
  return id;
}

/** Its drafts of pictures wait with it, and its moderators see them. */
async function keepPictures(tx: Tx, of: Record<"communityId" | "id" | "personId" | "html", string>): Promise<void> {
  const ids = pictureIds(of.html);
  if (ids.length > mostPictures) throw refuse.invalid({ text: "pictures.tooMany" });
  if (ids.length === 0) return;
  await tx
    .update(files)
    .set({ state: "in use", thingKind: "held", thingId: of.id, communityId: of.communityId, stateSince: sql`now()` })
    .where(
      and(
        inArray(files.id, ids),
        eq(files.ownerId, of.personId),
        eq(files.state, "draft"),
        eq(files.type, "image/webp"),
      ),
    );
}

/** They are drafts of their owner again: to go into the post it becomes, or to go after a day. */
export const letPicturesGo = (tx: Tx, communityId: string, id: string) =>
  tx
    .update(files)
    .set({ state: "draft", thingKind: null, thingId: null, communityId: null, stateSince: sql`now()` })
    .where(and(eq(files.thingKind, "held"), eq(files.thingId, id), eq(files.communityId, communityId)));
