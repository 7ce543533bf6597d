import { type CommunityAccess, openSpace, openSpaceAsMember, openThread, openThreadReader } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { setSpaceLevel, setThreadLevel } from "@/lib/watching/commands";
import * as who from "./principals";
import { type Cell, community, type Row, type Rows } from "./surfaces-acts";
import type { DoorRow, DoorRows } from "./surfaces-doors";

/** How closely somebody follows what they read. */
const act = (
  proof: string,
  allowed: who.Who,
  run: (access: CommunityAccess, cell: Cell) => unknown,
  more: Partial<Row> = {},
): Row => ({
  ...community(run),
  proof,
  who: allowed,
  ...more,
});
const talked = (access: CommunityAccess, { w }: Cell) => openThread(access, w.a.talk.members.thread.id);
const inside = async (access: CommunityAccess, slug: string) => {
  const found = await openSpace(access, slug);
  if ("inside" in found) return openSpaceAsMember(found.inside);
  throw refuse.notFound();
};
const insiders = who.without(who.readingInsiders, "unverifiedManager");

export const watchingActs: Rows = {
  "watching/commands.setThreadLevel": act("ThreadReaderAccess", who.takingPart, async (access, cell) =>
    setThreadLevel(openThreadReader(await talked(access, cell)), { level: "watch" }, cell.more),
  ),
  "watching/commands.setSpaceLevel": act(
    "MemberSpaceAccess",
    who.takingPart,
    async (access, { w, more }) =>
      setSpaceLevel(await inside(access, w.a.rooms.announcements.slug), { level: "track" }, more),
    { signIn: true },
  ),
  "watching/commands.setSpaceLevel hidden": act("MemberSpaceAccess", insiders, async (access, { w, more }) =>
    setSpaceLevel(await inside(access, w.a.rooms.hidden.slug), { level: "track" }, more),
  ),
};

const form = (name: string, allowed: who.Who, typed: DoorRow["form"]): DoorRow => ({
  path: (w) => `/${w.a.community}/do/${name}`,
  who: allowed,
  else: [401, 403, 404],
  form: typed,
});

export const watchingForms: DoorRows = {
  "POST /[community]/do/set-thread-level": form("set-thread-level", who.takingPart, (w) => ({
    thread: w.a.talk.members.thread.id,
    level: "watch",
  })),
  "POST /[community]/do/set-space-level": form("set-space-level", insiders, (w) => ({
    space: w.a.rooms.hidden.slug,
    level: "track",
  })),
};
