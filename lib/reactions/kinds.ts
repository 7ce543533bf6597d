import { type ReactionKind, reactionKinds } from "@/db/schema";
import type { SettingKey } from "@/lib/settings/registry";

// Its own file because commands, queries and pages share it.

/** To dislike something or to be angry about it says something, and never that it was good. */
export const praises = (kind: ReactionKind): boolean => kind !== "dislike" && kind !== "angry";

/** The switch by which a community offers a kind or not. */
export const offerOf: Record<ReactionKind, SettingKey> = {
  like: "reactionLike",
  love: "reactionLove",
  funny: "reactionFunny",
  wow: "reactionWow",
  sad: "reactionSad",
  angry: "reactionAngry",
  dislike: "reactionDislike",
};

export { type ReactionKind, reactionKinds };
