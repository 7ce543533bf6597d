import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ImportState } from "@/db/schema/imports";
import type { DeskAccess } from "@/lib/access/gate";
import { keepExport } from "@/lib/files/keep";
import { bring } from "@/lib/imports/bring";
import { decideImport, dropImport, mapColumns, readImport, retryImport, undoImport } from "@/lib/imports/commands";
import { admitAll } from "@/lib/imports/people";
import type { Place } from "@/lib/imports/place";
import { importHere, importsHere, peopleOf, placedBefore } from "@/lib/imports/queries";
import { placeSpaces } from "@/lib/imports/spaces";
import { paths } from "@/lib/paths";
import { reactHistory } from "@/lib/reactions/history";
import * as who from "./principals";
import type { World } from "./principals-world";
import { desk, type Rows } from "./surfaces-acts";
import { type DoorRow, type DoorRows, never } from "./surfaces-doors";

/** Only one is open at a time: the other one is put out of the way. */
async function stoppedAs(w: World, state: ImportState, planned: boolean): Promise<string> {
  const { waiting, stopped } = w.a.imports;
  await db().execute(sql`update imports set state = 'dropped' where id = ${waiting}`);
  const plan = planned ? JSON.stringify({ spaces: [], roles: [] }) : null;
  await db().execute(sql`update imports set state = ${state}, plan = ${plan}::jsonb where id = ${stopped}`);
  return stopped;
}

const place = ({ community: { id } }: DeskAccess, w: World): Place => ({
  communityId: id,
  source: "elsewhere",
  round: 0,
  importId: w.a.imports.waiting,
  zone: "UTC",
});
const quiet = async () => undefined;
const plan = {
  spaces: [{ space: "elsewhere", to: "new" as const, name: "Elsewhere", audience: "members" as const }],
  roles: [],
};

export const importActs: Rows = {
  "imports/commands.readImport": desk(async (access, { w, more }) => {
    await stoppedAs(w, "dropped", false);
    const file = new File(["{}"], "export.jsonl");
    return readImport(access, { file: "", sent: file, source: "elsewhere" }, more);
  }),
  "imports/commands.decideImport": desk((access, { w, more }) =>
    decideImport(access, { import: w.a.imports.waiting, ...plan }, more),
  ),
  "imports/commands.retryImport": desk(async (access, { w, more }) =>
    retryImport(access, { import: await stoppedAs(w, "failed", true) }, more),
  ),
  "imports/commands.mapColumns": desk(async (access, { w, more }) => {
    const columns = { author: "who", created_at: "when", text: "what" };
    return mapColumns(access, { import: await stoppedAs(w, "failed", false), columns }, more);
  }),
  "imports/commands.undoImport": desk(async (access, { w, more }) =>
    undoImport(access, { import: await stoppedAs(w, "done", true) }, more),
  ),
  "imports/commands.dropImport": desk((access, { w, more }) =>
    dropImport(access, { import: w.a.imports.waiting }, more),
  ),
  "imports/queries.importsHere": desk(importsHere),
  "imports/queries.importHere": desk((access, { w }) => importHere(access, w.a.imports.waiting)),
  "imports/queries.peopleOf": desk((access, { w }) => peopleOf(access, w.a.imports.waiting)),
  "imports/queries.placedBefore": desk((access) => placedBefore(access, "elsewhere")),
  "imports/bring.bring": desk((access, { w }) => bring(access, place(access, w), plan, quiet)),
  "imports/people.admitAll": desk((access, { w }) => admitAll(access, place(access, w))),
  "imports/spaces.placeSpaces": desk((access, { w }) => placeSpaces(access, place(access, w), plan.spaces)),
  "reactions/history.reactHistory": desk((access, { w, more }) => {
    const post = { postId: randomUUID(), personId: w.target, kind: "like" as const, at: null };
    return reactHistory(access, [post], more);
  }),
  "files/keep.keepExport": desk((access) => keepExport(access, new TextEncoder().encode("{}"))),
};

const page = (path: (w: World) => string, more: Partial<DoorRow> = {}): DoorRow => ({
  path,
  who: who.leading,
  else: [404],
  ...more,
});

export const importPages: DoorRows = {
  "GET /[community]/manage/imports": page((w) => paths.manage(w.a.community, "imports")),
  "GET /[community]/manage/imports/[import]": page((w) => paths.manageImport(w.a.community, w.a.imports.waiting), {
    never: (w) => paths.manageImport(w.a.community, never.id),
  }),
};

/** In the community where nothing is open: only one is at a time. */
const form = (name: string, typed: (w: World) => Record<string, string>): DoorRow => ({
  path: (w) => `/${w.a.asking}/do/${name}`,
  who: who.owning,
  else: [404],
  form: typed,
});

export const importForms: DoorRows = {
  "POST /[community]/do/decide-import": {
    ...page((w) => `/${w.a.community}/do/decide-import`),
    form: (w) => ({
      import: w.a.imports.waiting,
      space: "elsewhere",
      to: "new",
      name: "Elsewhere",
      audience: "members",
    }),
  },
  "POST /[community]/do/retry-import": form("retry-import", (w) => ({ import: w.a.imports.halfway })),
  "POST /[community]/do/map-columns": form("map-columns", (w) => ({
    import: w.a.imports.table,
    author: "who",
    created_at: "when",
    text: "what",
  })),
  "POST /[community]/do/undo-import": form("undo-import", (w) => ({ import: w.a.imports.brought, sure: "on" })),
  "POST /[community]/do/drop-import": form("drop-import", (w) => ({ import: w.a.imports.unread })),
  "POST /[community]/do/read-import": {
    ...form("read-import", () => ({})),
    form: (w, one) => ({ file: w.a.imports.sent[w.people[one]] ?? never.id, source: "elsewhere" }),
  },
  "POST /[community]/do/send-import": {
    ...page((w) => paths.sendImport(w.a.community)),
    raw: () => ({
      body: JSON.stringify({ key: randomUUID(), size: 3 }),
      headers: { accept: "application/json", "content-type": "application/json" },
    }),
    good: 201,
  },
};
