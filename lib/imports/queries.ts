import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { ImportState } from "@/db/schema/imports";
import type { DeskAccess } from "@/lib/access/gate";
import { idOrNone } from "@/lib/access/rows";
import { refuse } from "@/lib/errors";
import type { Columns } from "@/lib/import/formats/csv-columns";
import type { Brought } from "./bring";
import type { Found } from "./found";
import type { Plan } from "./input";

export interface ImportRow {
  id: string;
  source: string;
  state: ImportState;
  askedAt: string;
  asker: string | null;
  stepsDone: number;
  stepsAll: number | null;
  failedWhy: string | null;
  found: Found | null;
  plan: Plan | null;
  /** Of a CSV in columns of its own. */
  columns: { header: string[]; chosen?: Columns } | null;
  brought: Brought | null;
  finishedAt: string | null;
}

const columns = sql`i.id, i.source, i.state, ${isoColumn(sql`i.asked_at`)} as "askedAt", p.name as asker, i.steps_done as "stepsDone",
  i.steps_all as "stepsAll", i.failed_why as "failedWhy", i.found, i.plan, i.columns, i.brought, ${isoColumn(sql`i.finished_at`)} as "finishedAt"
  from imports i join people p on p.id = i.asked_by`;

/** As many as anybody looks back over. */
const shown = 50;

export async function importsHere({ community }: DeskAccess): Promise<ImportRow[]> {
  const { rows } = await db().execute<ImportRow & Record<string, unknown>>(sql`
    select ${columns} where i.community_id = ${community.id} order by i.asked_at desc, i.id desc limit ${shown}`);
  return rows;
}

export async function importHere({ community }: DeskAccess, id: string): Promise<ImportRow> {
  const { rows } = await db().execute<ImportRow & Record<string, unknown>>(sql`
    select ${columns} where i.community_id = ${community.id} and i.id = ${idOrNone(id)}`);
  if (!rows[0]) throw refuse.notFound();
  return rows[0];
}

export type Loud = {
  id: string;
  name: string | null;
  role: "member" | "moderator" | "staff" | "bot";
  messages: number;
};

/** Who said most there, and who is there as more than a member: of these a manager may know better than the export. */
export async function peopleOf({ community }: DeskAccess, importId: string): Promise<Loud[]> {
  const { rows } = await db().execute<Loud>(sql`
    select i.person_id as id, p.name, i.role, i.messages from import_people i join people p on p.id = i.person_id
    where i.community_id = ${community.id} and i.import_id = ${importId}
    order by i.role = 'member', i.messages desc, p.name, i.person_id limit 20`);
  return rows;
}

/** Where the spaces of the same place went in earlier imports, as far as they are open: by their names there. */
export async function placedBefore({ community }: DeskAccess, source: string): Promise<Map<string, string>> {
  const { rows } = await db().execute<{ space: string; id: string }>(sql`
    select distinct on (p.space) p.space, p.space_id as id from imports i
    join import_spaces p on p.community_id = i.community_id and p.import_id = i.id
    join spaces s on s.community_id = p.community_id and s.id = p.space_id and s.closed_at is null
    where i.community_id = ${community.id} and i.source = ${source} order by p.space, i.asked_at desc limit 1000`);
  return new Map(rows.map(({ space, id }) => [space, id]));
}
