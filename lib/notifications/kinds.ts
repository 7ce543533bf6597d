import { notificationKinds } from "@/db/schema/notifications";
import type { Telling } from "@/lib/settings/registry";

// Its own file because telling, reading, mailing and the settings must mean the same by a kind.

export type Kind = (typeof notificationKinds)[number];
export type Cause = "said" | "accepted" | "reaction" | "moderation";
export type About = "post" | "thread" | "report" | "statement" | "held";

interface Rules {
  /** Told once of one cause: who gave it and what it is about. */
  cause: Cause;
  about: About;
  /** The switch by which its reader says how they want to hear of it; without one it stands in the app and nowhere else. */
  setting?: Telling;
}

/** The one list: another kind is a name in the schema, a line here and its words. */
export const kinds: Record<Kind, Rules> = {
  mention: { cause: "said", about: "post", setting: "tellMention" },
  answer: { cause: "said", about: "post", setting: "tellAnswer" },
  quote: { cause: "said", about: "post", setting: "tellQuote" },
  watched: { cause: "said", about: "post", setting: "tellWatched" },
  started: { cause: "said", about: "post", setting: "tellStarted" },
  accepted: { cause: "accepted", about: "post", setting: "tellAccepted" },
  reaction: { cause: "reaction", about: "post", setting: "tellReaction" },
  removed: { cause: "moderation", about: "post", setting: "tellModeration" },
  restored: { cause: "moderation", about: "post", setting: "tellModeration" },
  moved: { cause: "moderation", about: "thread", setting: "tellModeration" },
  merged: { cause: "moderation", about: "thread", setting: "tellModeration" },
  locked: { cause: "moderation", about: "thread", setting: "tellModeration" },
  approved: { cause: "moderation", about: "post", setting: "tellModeration" },
  refused: { cause: "moderation", about: "held", setting: "tellModeration" },
  // The answer itself is mailed by a letter of its own, with a switch of its own.
  report: { cause: "moderation", about: "report" },
  // To who looks after the space, and to who flagged.
  flag: { cause: "moderation", about: "post" },
  waits: { cause: "moderation", about: "held" },
  looked: { cause: "moderation", about: "post" },
  // Letters of their own too: who is suspended sees no news here.
  statement: { cause: "moderation", about: "statement" },
  appeal: { cause: "moderation", about: "statement" },
};

/** The strongest first. */
export const strongest = (some: readonly Kind[]): Kind | undefined =>
  notificationKinds.find((kind) => some.includes(kind));

/** What moderators did is told whatever one muted. */
export const told = (kind: Kind, muted: boolean) => !muted || kinds[kind].cause === "moderation";
