import {
  type CommunityAccess,
  openPoll,
  openPollToClose,
  openPollToVote,
  openSpace,
  openSpaceToWrite,
  openThread,
  openThreadToWrite,
} from "@/lib/access/gate";
import { closePoll, vote } from "@/lib/polls/commands";
import { pollsOf } from "@/lib/polls/queries";
import { writePost } from "@/lib/posts/commands";
import { postText } from "@/lib/posts/input";
import { pageOf } from "@/lib/posts/pages";
import { startThread } from "@/lib/threads/commands";
import { instantOf } from "../calendar";
import type { Cast } from "../cast";
import type { Community, Thread } from "../read";
import { onRecord } from "../record";
import { type Plan, type Step, stepNames } from "../step";

/** What people say to each other, each at the moment the files give it. */
export const conversationSteps = ({ world, today }: Plan): Step[] =>
  world.brands
    .flatMap((brand) => brand.communities)
    .flatMap((community) => community.threads.flatMap((thread) => stepsOf(community, thread, today)));

function stepsOf(
  { key: community, slug, zone }: Community,
  { key: name, space, title, tags, posts }: Thread,
  today: Date,
): Step[] {
  const nameOf = (nth: number) => stepNames.post(community, name, nth);
  const polls = posts.flatMap(({ by, poll }, index): Step[] => {
    if (!poll) return [];
    const nth = index + 1;
    const find = (cast: Cast, access: CommunityAccess) =>
      pollIn(access, cast.id(nameOf(1), "threadId"), cast.id(nameOf(nth), "postId"), nth);
    const votes = poll.votes.map(
      (given): Step => ({
        at: instantOf(given, zone, today),
        place: slug,
        name: stepNames.vote(community, name, nth, given.by),
        settled: async (cast) => {
          const { id } = await find(cast, await cast.enter(slug, given.by, today));
          return onRecord(["poll voted", "poll vote taken back"], id, cast.person(given.by));
        },
        run: async (cast, { at, key }) => {
          const access = await cast.enter(slug, given.by, at);
          const { id, options } = await find(cast, access);
          const chosen = given.for.map((place) => options[place - 1]!.id);
          return vote(openPollToVote(await openPoll(access, id)), { options: chosen }, { key });
        },
      }),
    );
    if (!poll.closed) return votes;
    const end: Step = {
      at: instantOf(poll.closed, zone, today),
      place: slug,
      name: stepNames.closing(community, name, nth),
      settled: async (cast) => {
        const { id } = await find(cast, await cast.enter(slug, by, today));
        return onRecord(["poll closed", "poll reopened"], id);
      },
      run: async (cast, { at, key }) => {
        const access = await cast.enter(slug, by, at);
        const { id } = await find(cast, access);
        return closePoll(openPollToClose(await openPoll(access, id)), {}, { key });
      },
    };
    return [...votes, end];
  });
  const said = posts.map(
    ({ by, answers, text, poll, ...said }, index): Step => ({
      at: instantOf(said, zone, today),
      place: slug,
      name: nameOf(index + 1),
      run: async (cast, { at, key }) => {
        const access = await cast.enter(slug, by, at);
        const words = postText.parse(text);
        if (index === 0)
          return startThread(
            openSpaceToWrite(await inside(access, space)),
            { title, text: words, tags, poll: asked(poll) },
            { key },
          );
        const thread = await openThread(access, cast.id(nameOf(1), "threadId"));
        const answered = answers === undefined ? undefined : cast.id(nameOf(answers), "postId");
        return writePost(openThreadToWrite(thread), { text: words, answers: answered, poll: asked(poll) }, { key });
      },
    }),
  );
  return [...said, ...polls];
}

/** What the command takes of it: who voted comes later. */
const asked = (poll: Thread["posts"][number]["poll"]) =>
  poll && {
    question: poll.question,
    options: poll.options,
    most: poll.most,
    ballot: poll.ballot,
    results: poll.results,
  };

async function pollIn(access: CommunityAccess, threadId: string, postId: string, position: number) {
  const polls = await pollsOf(await openThread(access, threadId), pageOf(position));
  const found = polls.find((poll) => poll.postId === postId);
  if (!found) throw new Error(`No poll in post ${position}.`);
  return found;
}

async function inside(access: CommunityAccess, slug: string) {
  const found = await openSpace(access, slug);
  if ("outside" in found) throw new Error(`"${slug}" is closed to who should speak there.`);
  return found.inside;
}
