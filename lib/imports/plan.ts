import type { Found } from "./found";
import type { SpacePlan } from "./input";

/**
 * What the desk proposes and the command does: every space becomes a new one that members read; what not everybody there could
 * read stays behind, since here it would be open to more people than it was said to.
 */
export const suggested = ({ spaces }: Found): SpacePlan[] =>
  spaces.map(({ space, open }) => ({
    space,
    to: open ? "new" : "leave",
    name: space.replace(/[-_]+/g, " ").replace(/\s+/g, " ").trim().slice(0, 60),
    audience: "members",
  }));
