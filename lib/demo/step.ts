import type { WriteResult } from "@/lib/write";
import type { Cast } from "./cast";
import type { World } from "./read";

/** One act of the demo world's past: one command, by one person, at one moment. */
export interface Step {
  at: Date;
  /** Where it is said or done among people: what other communities say meanwhile need not wait for it. */
  place?: string;
  /** Which step this is, for good: its key is made of it. See `stepNames`. */
  name: string;
  run: (cast: Cast, step: { at: Date; key: string }) => Promise<WriteResult>;
  /** Where the demo has been open already: whether people have done this, or undone it, by their own hand. */
  settled?: (cast: Cast) => Promise<boolean>;
  /** What one does for oneself: no record says whether it was ever done. */
  unseen?: true;
}

/** What the steps are made of: the files, and the day from which their days are counted back. */
export interface Plan {
  world: World;
  today: Date;
}

/** Names of those steps whose answers others ask for. */
export const stepNames = {
  account: (person: string) => `${person} has an account`,
  brand: (brand: string) => `${brand} is founded`,
  community: (community: string) => `${community} is founded`,
  badge: (brand: string, badge: string) => `${brand} makes the badge ${badge}`,
  space: (community: string, space: string) => `${community} makes the space ${space}`,
  invitation: (community: string, nth: number) => `${community} invitation ${nth}`,
  post: (community: string, thread: string, nth: number) => `${community} thread ${thread} post ${nth}`,
  vote: (community: string, thread: string, nth: number, by: string) =>
    `${community} thread ${thread} post ${nth} vote by ${by}`,
  closing: (community: string, thread: string, nth: number) => `${community} thread ${thread} post ${nth} poll closes`,
  reaction: (community: string, thread: string, nth: number, by: string) =>
    `${community} thread ${thread} post ${nth} reaction by ${by}`,
  answer: (community: string, thread: string) => `${community} thread ${thread} has an answer`,
  lock: (community: string, thread: string) => `${community} thread ${thread} is locked`,
  pin: (community: string, thread: string) => `${community} thread ${thread} is pinned`,
  watch: (community: string, thread: string, by: string) => `${community} thread ${thread} is watched by ${by}`,
  keep: (community: string, thread: string, nth: number, by: string) =>
    `${community} thread ${thread} post ${nth} is kept by ${by}`,
  request: (community: string, person: string) => `${person} asks to join ${community}`,
};
