// Its own file because it is pure: how far somebody is trusted, and what follows for a number.

export const trusts = ["newcomer", "known", "trusted"] as const;
export type Trust = (typeof trusts)[number];

/** What is looked at of somebody in one community. */
export interface Facts {
  /** Whole days since they joined. */
  readonly days: number;
  /** Of their latest hundred posts: those in view, and those that moderators took out of view. */
  readonly posts: number;
  readonly removed: number;
  /** Was suspended within the last 90 days. */
  readonly suspended: boolean;
  /** The brand itself put them there. */
  readonly represents: boolean;
}

export const known = { days: 3, posts: 5 } as const;
export const trusted = { days: 60, posts: 50 } as const;

/**
 * A newcomer came lately or has hardly written; so counts whoever was suspended lately, or had more than one post in five removed.
 * Trusted is who has been here for two months and written fifty posts with hardly one in fifty removed, and who speaks for the brand.
 */
export function trustOf({ days, posts, removed, suspended, represents }: Facts): Trust {
  const written = posts + removed;
  if (suspended || removed * 5 > written) return "newcomer";
  if (represents) return "trusted";
  if (days < known.days || posts < known.posts) return "newcomer";
  return days >= trusted.days && posts >= trusted.posts && removed * 50 <= written ? "trusted" : "known";
}

/** Newcomers half of the number, somebody trusted twice as many; never nothing. */
export function allowed(most: number, trust: Trust): number {
  if (trust === "newcomer") return Math.max(1, Math.floor(most / 2));
  return trust === "trusted" ? most * 2 : most;
}
