import type { Found } from "./found";
import type { SpacePlan } from "./input";

/**
 * What the desk proposes and the command does: every space goes where it went before, or becomes a new one that members read;
 * what not everybody there could read stays behind, since here it would be open to more people than it was said to.
 * @param before where spaces of the same place went, by their names there
 */
export const suggested = ({ spaces }: Found, before: ReadonlyMap<string, string>): SpacePlan[] =>
  spaces.map(({ space, open }) => ({
    space,
    to: before.get(space) ?? (open ? "new" : "leave"),
    name: space.replace(/[-_]+/g, " ").replace(/\s+/g, " ").trim().slice(0, 60),
    audience: "members",
  }));
