import {
  type CommunityAccess,
  type DeskAccess,
  openCommunity,
  openDesk,
  openSystem,
  type SystemAccess,
} from "@/lib/access/gate";
import { type Viewer, viewerOf, visitor } from "@/lib/access/viewer";
import type { WriteResult } from "@/lib/write";
import { stepNames } from "./step";

export const reason = "the demo world";

/** The people of the files as the product knows them: by what the steps before have answered. */
export interface Cast {
  id: (step: string, field: string) => string;
  person: (person: string) => string;
  as: (person: string, at: Date) => Promise<Viewer>;
  enter: (community: string, person: string, at: Date) => Promise<CommunityAccess>;
  lead: (community: string, person: string, at: Date) => Promise<DeskAccess>;
  system: (at: Date) => SystemAccess;
}

export function castOf(answers: ReadonlyMap<string, WriteResult>): Cast {
  const id: Cast["id"] = (step, field) => {
    const found = answers.get(step)?.[field];
    if (typeof found !== "string") throw new Error(`"${step}" has answered no ${field} yet.`);
    return found;
  };
  const person: Cast["person"] = (key) => id(stepNames.account(key), "personId");
  const viewers = new Map<string, Viewer>();
  const as: Cast["as"] = async (key, at) => {
    const known = viewers.get(key) ?? (await viewerOf(person(key)));
    // What else a viewer says of somebody has no part in what they do here.
    if (known.verified) viewers.set(key, known);
    return { ...known, actingAt: at };
  };
  const enter: Cast["enter"] = async (slug, key, at) => openCommunity(await as(key, at), slug);
  return {
    id,
    person,
    as,
    enter,
    lead: async (slug, key, at) => openDesk(await enter(slug, key, at)),
    system: (at) => openSystem({ ...visitor, actingAt: at }, reason),
  };
}
