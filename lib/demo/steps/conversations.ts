import { type CommunityAccess, openSpace, openSpaceToWrite, openThread, openThreadToWrite } from "@/lib/access/gate";
import { writePost } from "@/lib/posts/commands";
import { postText } from "@/lib/posts/input";
import { startThread } from "@/lib/threads/commands";
import { instantOf } from "../calendar";
import type { Community, Thread } from "../read";
import { type Plan, type Step, stepNames } from "../step";

/** What people say to each other, each at the moment the files give it. */
export const conversationSteps = ({ world, today }: Plan): Step[] =>
  world.brands
    .flatMap((brand) => brand.communities)
    .flatMap((community) => community.threads.flatMap((thread) => stepsOf(community, thread, today)));

function stepsOf(
  { key: community, slug, zone }: Community,
  { key: name, space, title, posts }: Thread,
  today: Date,
): Step[] {
  const nameOf = (nth: number) => stepNames.post(community, name, nth);
  return posts.map(
    ({ by, answers, text, ...said }, index): Step => ({
      at: instantOf(said, zone, today),
      name: nameOf(index + 1),
      run: async (cast, { at, key }) => {
        const access = await cast.enter(slug, by, at);
        const words = postText.parse(text);
        if (index === 0)
          return startThread(openSpaceToWrite(await inside(access, space)), { title, text: words }, { key });
        const thread = await openThread(access, cast.id(nameOf(1), "threadId"));
        const answered = answers === undefined ? undefined : cast.id(nameOf(answers), "postId");
        return writePost(openThreadToWrite(thread), { text: words, answers: answered }, { key });
      },
    }),
  );
}

async function inside(access: CommunityAccess, slug: string) {
  const found = await openSpace(access, slug);
  if ("outside" in found) throw new Error(`"${slug}" is closed to who should speak there.`);
  return found.inside;
}
