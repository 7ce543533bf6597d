import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { ballotChoices, ballots, decisionOptions, decisions } from "@/db/schema";
import type { OwnPollAccess, PollAccess, PollClosingAccess, PollVoteAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { refuseChange } from "@/lib/moderation/held/hold";
import { spaceChannel } from "@/lib/realtime/channels";
import { announce } from "@/lib/realtime/publish";
import { when, write } from "@/lib/write";
import type { correctPollInput, voteInput } from "./input";

type More = { key: string };

/** One vote of one person, in the place of the one they gave before. */
export async function vote(
  access: PollVoteAccess,
  { options }: Pick<z.infer<typeof voteInput>, "options">,
  { key }: More,
): Promise<{ pollId: string; postId: string }> {
  const { community, poll, post, personId } = access;
  if (options.length > poll.most) throw refuse.invalid({ options: "polls.tooManyChosen" });
  const content = { communityId: community.id, pollId: poll.id, options };
  return write(access, key, "polls.vote", content, async (tx) => {
    await lockOpen(tx, access);
    const known = await tx.select({ id: decisionOptions.id }).from(decisionOptions).where(itsOptions(access));
    if (!options.every((id) => known.some((one) => one.id === id)))
      throw refuse.invalid({ options: "polls.unknownOption" });
    const ofPoll = { communityId: community.id, decisionId: poll.id };
    const [first] = await tx
      .insert(ballots)
      .values({ ...ofPoll, personId, castAt: when(access) })
      .onConflictDoNothing()
      .returning({ id: ballots.id });
    const ballotId = first?.id ?? (await emptyBallot(tx, access))!;
    await tx.insert(ballotChoices).values(options.map((optionId) => ({ ...ofPoll, ballotId, optionId })));
    await count(tx, access, ballotId, +1);
    if (first) {
      await countVoter(tx, access, +1);
      await noted(tx, access, "poll voted");
    }
    await told(tx, access, "poll.voted");
    return { pollId: poll.id, postId: post.id };
  });
}

export async function takeBackVote(
  access: PollVoteAccess,
  _: object,
  { key }: More,
): Promise<{ pollId: string; postId: string }> {
  const { community, poll, post } = access;
  return write(access, key, "polls.takeBack", { communityId: community.id, pollId: poll.id }, async (tx) => {
    await lockOpen(tx, access);
    const ballotId = await emptyBallot(tx, access);
    if (!ballotId) throw refuse.conflict("polls.nothingToTakeBack");
    await tx.delete(ballots).where(and(eq(ballots.communityId, community.id), eq(ballots.id, ballotId)));
    await countVoter(tx, access, -1);
    await noted(tx, access, "poll vote taken back");
    await told(tx, access, "poll.voted");
    return { pollId: poll.id, postId: post.id };
  });
}

/** Before its time, or one that has none. */
export async function closePoll(access: PollClosingAccess, _: object, { key }: More): Promise<{ postId: string }> {
  const { community, poll, post, personId } = access;
  return write(access, key, "polls.close", { communityId: community.id, pollId: poll.id }, async (tx) => {
    const [closed] = await tx
      .update(decisions)
      .set({ closedAt: now(access), closedBy: personId })
      .where(and(thePoll(access), stillOpen(access)))
      .returning({ id: decisions.id });
    if (!closed) throw refuse.conflict("polls.closed");
    await noted(tx, access, "poll closed");
    await told(tx, access, "poll.closed");
    return { postId: post.id };
  });
}

/** Open without an end, if the time it had is over. */
export async function reopenPoll(access: PollClosingAccess, _: object, { key }: More): Promise<{ postId: string }> {
  const { community, poll, post } = access;
  return write(access, key, "polls.reopen", { communityId: community.id, pollId: poll.id }, async (tx) => {
    const [opened] = await tx
      .update(decisions)
      .set({
        closedAt: null,
        closedBy: null,
        closesAt: sql`case when ${decisions.closesAt} > ${now(access)} then ${decisions.closesAt} end`,
      })
      .where(and(thePoll(access), sql`not (${stillOpen(access)})`))
      .returning({ id: decisions.id });
    if (!opened) throw refuse.conflict("polls.openAlready");
    await noted(tx, access, "poll reopened");
    await told(tx, access, "poll.reopened");
    return { postId: post.id };
  });
}

/** A slip of the pen, as long as nobody has voted: afterwards it would change what they said. */
export async function correctPoll(
  access: OwnPollAccess,
  { question, options }: Omit<z.infer<typeof correctPollInput>, "poll">,
  { key }: More,
): Promise<{ postId: string }> {
  const { community, poll, post } = access;
  const content = { communityId: community.id, pollId: poll.id, question, options };
  return write(access, key, "polls.correct", content, async (tx) => {
    const [asked] = await tx.select({ question: decisions.question }).from(decisions).where(thePoll(access));
    const [changed] = await tx
      .update(decisions)
      .set({ question })
      .where(and(thePoll(access), eq(decisions.voters, 0)))
      .returning({ id: decisions.id });
    if (!changed) throw refuse.conflict("polls.votedAlready");
    const known = await tx
      .select({ id: decisionOptions.id, label: decisionOptions.label })
      .from(decisionOptions)
      .where(itsOptions(access))
      .orderBy(decisionOptions.position);
    const before = [asked!.question, ...known.map(({ label }) => label)].join("\n");
    await refuseChange(tx, access, { words: before }, { words: [question, ...options].join("\n") });
    if (known.length !== options.length) throw refuse.invalid({ pollOptions: "polls.sameNumber" });
    for (const [index, { id }] of known.entries())
      await tx
        .update(decisionOptions)
        .set({ label: options[index] })
        .where(and(itsOptions(access), eq(decisionOptions.id, id)));
    await noted(tx, access, "poll corrected");
    await told(tx, access, "poll.corrected");
    return { postId: post.id };
  });
}

const now = (access: PollAccess) => {
  const at = when(access);
  return at ? sql`${at.toISOString()}::timestamptz` : sql`now()`;
};
const thePoll = ({ community, poll }: PollAccess) =>
  and(eq(decisions.communityId, community.id), eq(decisions.id, poll.id));
const itsOptions = ({ community, poll }: PollAccess) =>
  and(eq(decisionOptions.communityId, community.id), eq(decisionOptions.decisionId, poll.id));

/** By the clock of the database, which is the same for everybody. */
const stillOpen = (access: PollAccess) =>
  sql`(${decisions.closedAt} is null and (${decisions.closesAt} is null or ${decisions.closesAt} > ${now(access)}))`;

/** Holds the poll until the commit, so that every change of its counters is one after the other. */
async function lockOpen(tx: Tx, access: PollVoteAccess): Promise<void> {
  const [poll] = await tx
    .select({
      open: stillOpen(access).mapWith(Boolean),
      gone: sql<boolean>`exists (select from posts o where o.community_id = decisions.community_id and o.id = decisions.post_id and o.removed_at is not null)`,
    })
    .from(decisions)
    .where(thePoll(access))
    .for("update");
  if (!poll || poll.gone) throw refuse.conflict("polls.gone");
  if (!poll.open) throw refuse.conflict("polls.closed");
}

/** Takes what this person had chosen out of the counts and off their ballot; answers the ballot, if they have one. */
async function emptyBallot(tx: Tx, access: PollVoteAccess): Promise<string | undefined> {
  const { community, poll, personId } = access;
  const [mine] = await tx
    .select({ id: ballots.id })
    .from(ballots)
    .where(and(eq(ballots.communityId, community.id), eq(ballots.decisionId, poll.id), eq(ballots.personId, personId)));
  if (!mine) return undefined;
  await count(tx, access, mine.id, -1);
  await tx.delete(ballotChoices).where(itsChoices(access, mine.id));
  return mine.id;
}

const itsChoices = ({ community, poll }: PollAccess, ballotId: string) =>
  and(
    eq(ballotChoices.communityId, community.id),
    eq(ballotChoices.decisionId, poll.id),
    eq(ballotChoices.ballotId, ballotId),
  );

const count = (tx: Tx, access: PollAccess, ballotId: string, by: 1 | -1) =>
  tx
    .update(decisionOptions)
    .set({ votes: sql`${decisionOptions.votes} + ${by}` })
    .where(
      and(
        itsOptions(access),
        sql`${decisionOptions.id} in (select option_id from ballot_choices where ${itsChoices(access, ballotId)})`,
      ),
    );

const countVoter = (tx: Tx, access: PollAccess, by: 1 | -1) =>
  tx
    .update(decisions)
    .set({ voters: sql`${decisions.voters} + ${by}` })
    .where(thePoll(access));

type Verb = "poll voted" | "poll vote taken back" | "poll closed" | "poll reopened" | "poll corrected";
const noted = (tx: Tx, access: PollAccess & { personId: string }, verb: Verb) =>
  record(tx, verb, {
    communityId: access.community.id,
    spaceId: access.space.id,
    actorId: access.personId,
    objectId: access.poll.id,
    subjectId: access.post.authorId === access.personId ? undefined : access.post.authorId,
    at: when(access),
  });

const told = (tx: Tx, { community, space, thread, post, poll }: PollAccess, name: string) =>
  announce(tx, {
    communityId: community.id,
    channel: spaceChannel(space.id),
    name,
    ids: { thread: thread.id, post: post.id, poll: poll.id },
  });
