import type { WriteResult } from "@/lib/write";
import type { Cast } from "./cast";
import type { World } from "./read";

/** One act of the demo world's past: one command, by one person, at one moment. */
export interface Step {
  at: Date;
  /** Which step this is, for good: its key is made of it. See `stepNames`. */
  name: string;
  run: (cast: Cast, step: { at: Date; key: string }) => Promise<WriteResult>;
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
  request: (community: string, person: string) => `${person} asks to join ${community}`,
};
