import { z } from "zod";
import { longestTitle } from "@/lib/threads/input";
import { postText } from "./input";

/** As many posts in one piece: one transaction, which others wait for. */
export const mostAtOnce = 1_000;

/** Written alike, so that they compare as words. */
const day = z.iso.datetime("common.invalid").transform((at) => new Date(at).toISOString());
/** A file may hold what no form could have sent. */
const text = z
  .string("threads.textRequired")
  .transform((typed) => typed.replaceAll("\0", "").toWellFormed())
  .pipe(postText);

const historicThread = z.object({
  id: z.uuid("common.invalid"),
  spaceId: z.uuid("common.invalid"),
  authorId: z.uuid("common.invalid"),
  title: z.string().min(1, "threads.titleRequired").max(longestTitle, "common.tooLong"),
  at: day,
});
const historicPost = z.object({
  id: z.uuid("common.invalid"),
  threadId: z.uuid("common.invalid"),
  authorId: z.uuid("common.invalid"),
  /** The post of the same thread that it answers. */
  answersId: z.uuid("common.invalid").optional(),
  text,
  at: day,
});

export const historyInput = z.object({
  threads: z.array(historicThread).max(mostAtOnce),
  posts: z.array(historicPost).min(1).max(mostAtOnce),
});

/** Times are ISO, UTC. */
export type HistoricThread = z.infer<typeof historicThread>;
export type HistoricPost = z.infer<typeof historicPost>;
export type History = z.infer<typeof historyInput>;
