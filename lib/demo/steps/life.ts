import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  openAnswer,
  openPost,
  openPostReader,
  openReaction,
  openThread,
  openThreadReader,
  openThreadToManage,
} from "@/lib/access/gate";
import { acceptAnswer } from "@/lib/answers/commands";
import { keepPost } from "@/lib/bookmarks/commands";
import { react } from "@/lib/reactions/commands";
import { type ReactionKind, reactionKinds } from "@/lib/reactions/kinds";
import { lockThread, pinThread } from "@/lib/threads/ordering/commands";
import { setThreadLevel } from "@/lib/watching/commands";
import { instantOf } from "../calendar";
import type { Cast } from "../cast";
import type { Community, Life, Moment, Thread } from "../read";
import { onRecord } from "../record";
import { type Plan, type Step, stepNames } from "../step";

/** What people do besides speaking: they react, choose the answer, lock and pin, follow and keep. */
export const lifeSteps = ({ world, today }: Plan): Step[] =>
  world.brands
    .flatMap((brand) => brand.communities)
    .flatMap((community) =>
      community.threads.flatMap((thread) => (thread.life ? stepsOf(community, thread, thread.life, today) : [])),
    );

function stepsOf({ key: community, slug, zone }: Community, thread: Thread, life: Life, today: Date): Step[] {
  const name = thread.key;
  const postId = (cast: Cast, nth: number) => cast.id(stepNames.post(community, name, nth), "postId");
  const threadId = (cast: Cast) => cast.id(stepNames.post(community, name, 1), "threadId");
  const written = (nth: number) => instantOf(thread.posts[nth - 1]!, zone, today);
  const openedBy = async (cast: Cast, by: string, at: Date) =>
    openThread(await cast.enter(slug, by, at), threadId(cast));
  const postFor = async (cast: Cast, by: string, at: Date, nth: number) =>
    openPost(await cast.enter(slug, by, at), postId(cast, nth));
  const at = (moment: Moment) => instantOf(moment, zone, today);
  const step = (rest: Omit<Step, "place">): Step => ({ place: slug, ...rest });

  const reactions = reactionsOf(life).map(({ nth, kind, by }) => {
    const called = stepNames.reaction(community, name, nth, by);
    return step({
      at: after(written(nth), called, today),
      name: called,
      run: async (cast, { at, key }) => react(openReaction(await postFor(cast, by, at, nth)), { kind }, { key }),
      settled: (cast) => onRecord(reacting, postId(cast, nth), cast.person(by)),
    });
  });
  return [
    ...reactions,
    ...some(life.answer, ({ post, by, ...moment }) =>
      step({
        at: at(moment),
        name: stepNames.answer(community, name),
        run: async (cast, { at, key }) => acceptAnswer(openAnswer(await postFor(cast, by, at, post)), {}, { key }),
        settled: (cast) => answeredOnce(threadId(cast)),
      }),
    ),
    ...some(life.locked, ({ by, why, ...moment }) =>
      step({
        at: at(moment),
        name: stepNames.lock(community, name),
        run: async (cast, { at, key }) =>
          lockThread(openThreadToManage(await openedBy(cast, by, at)), { why }, { key }),
        settled: (cast) => onRecord(["thread locked", "thread unlocked"], threadId(cast)),
      }),
    ),
    ...some(life.pinned, ({ by, place, ...moment }) =>
      step({
        at: at(moment),
        name: stepNames.pin(community, name),
        run: async (cast, { at, key }) =>
          pinThread(openThreadToManage(await openedBy(cast, by, at)), { place, days: null }, { key }),
        settled: (cast) => onRecord(["thread pinned", "thread unpinned"], threadId(cast)),
      }),
    ),
    ...life.watched.map((by) => {
      const called = stepNames.watch(community, name, by);
      return step({
        at: after(written(1), called, today),
        name: called,
        run: async (cast, { at, key }) =>
          setThreadLevel(openThreadReader(await openedBy(cast, by, at)), { level: "watch" }, { key }),
        unseen: true,
      });
    }),
    ...Object.entries(life.kept).map(([by, nth]) => {
      const called = stepNames.keep(community, name, nth, by);
      return step({
        at: after(written(nth), called, today),
        name: called,
        run: async (cast, { at, key }) => keepPost(openPostReader(await postFor(cast, by, at, nth)), {}, { key }),
        unseen: true,
      });
    }),
  ];
}

function reactionsOf({ reactions }: Life): { nth: number; kind: ReactionKind; by: string }[] {
  return Object.entries(reactions).flatMap(([nth, kinds]) =>
    reactionKinds.flatMap((kind) => (kinds[kind] ?? []).map((by) => ({ nth: Number(nth), kind, by }))),
  );
}

/** All that may be said of somebody and a post in the ledger, as far as reacting goes. */
const reacting = [...reactionKinds.map((kind) => `reacted ${kind}` as const), "reaction taken back" as const];

/** Whether people have reacted in the demo's own past: whoever does so in the product does it today. */
export async function livedBefore(today: Date): Promise<boolean> {
  const dawn = new Date(today.getTime() - day).toISOString();
  const { rows } = await db().execute(sql`
    select 1 from ledger where verb = any(${sql.param(reacting)}::text[]) and at < ${dawn}::timestamptz limit 1`);
  return rows.length > 0;
}

async function answeredOnce(threadId: string): Promise<boolean> {
  const { rows } = await db().execute<{ once: boolean }>(sql`
    select exists (select from thread_answers where thread_id = ${threadId}) or exists (
      select from ledger l join posts p on p.community_id = l.community_id and p.id = l.object_id
      where p.thread_id = ${threadId} and l.verb in ('answer accepted', 'answer taken back')) as once`);
  return rows[0]!.once;
}

const minute = 60_000;
const day = 1_440 * minute;

/** Soon for most and the next day for some, the same in every run, and never ahead of the clock. */
function after(written: Date, name: string, today: Date): Date {
  const chance = createHash("sha256").update(name).digest().readUInt32BE() / 2 ** 32;
  const wanted = (4 + 2_000 * chance ** 3) * minute;
  return new Date(written.getTime() + Math.min(wanted, (today.getTime() - written.getTime()) / 2));
}

const some = <T>(of: T | undefined, make: (of: T) => Step): Step[] => (of ? [make(of)] : []);
