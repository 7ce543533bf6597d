// Its own file because the registry of settings names these numbers too, and nothing here knows the database.

/**
 * What a person may do only so often in one community. Of what reaches others who did not ask for it, inviting is the one that
 * leaves the community: it is a mail from us to a stranger, who has no account to mute it with.
 */
export const limitNames = ["posts", "threads", "reactions", "flags", "invitations"] as const;
export type LimitName = (typeof limitNames)[number];

/** So many in any span of so many minutes, for somebody known. */
export interface Limit {
  readonly most: number;
  readonly minutes: number;
}

export const spans = [10, 60, 24 * 60] as const;
/** Fewer would leave a newcomer nothing at all, more would stop nobody. */
export const fewest = 2;
export const greatest = 300;

/** Wide enough that nobody who reads what they answer ever meets them. */
export const usual: Readonly<Record<LimitName, Limit>> = {
  posts: { most: 30, minutes: 10 },
  threads: { most: 20, minutes: 60 },
  reactions: { most: 60, minutes: 10 },
  flags: { most: 20, minutes: 60 },
  invitations: { most: 20, minutes: 24 * 60 },
};

/** The setting that each is chosen under. */
export const settingOf = {
  posts: "limitPosts",
  threads: "limitThreads",
  reactions: "limitReactions",
  flags: "limitFlags",
  invitations: "limitInvitations",
} as const satisfies Record<LimitName, string>;
