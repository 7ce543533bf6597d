import { drizzle } from "drizzle-orm/node-postgres";
import { Client } from "pg";
import * as schema from "@/db/schema";
import { eraseRows } from "@/lib/privacy/erase";
import { type Erasure, erasuresLog, noteErasures, readErasures } from "@/lib/privacy/erasures-log";
import { Problem } from "../problem.mjs";
import { check, sayingWhy } from "./check";
import { copyIn } from "./copy";
import { demandEmpty } from "./empty";
import { writeVariant } from "./files";
import { type Manifest, openBackup } from "./format";
import { apply, demandOurs, remake } from "./migrations";
import { readParts } from "./parts";
import { fingerprint, type Place } from "./snapshot";
import { columnList } from "./tables";

export interface Restored {
  readonly manifest: Manifest;
  /** How many were erased again. */
  readonly erased: number;
  /** Whether what was sealed with the other place's secret can be opened here. */
  readonly sameSecret: boolean;
}

/** The same number that migrating takes: nobody migrates meanwhile. */
const lock = 4_271_963;

/**
 * Fills an empty place from a backup: everything, in one transaction, or nothing. Refuses before it touches anything.
 * @param erasures the log of the place the backup came from, if it is not this one
 */
export async function restoreBackup(
  place: Place,
  file: string,
  more: { passphrase?: string; erasures?: string } = {},
): Promise<Restored> {
  const manifest = await check(file, more.passphrase);
  demandOurs(manifest.migrations);
  const client = new Client({ connectionString: place.url, application_name: "kindling-restore" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    await demandEmpty(client, place.files, () => filesIn(file, more.passphrase));
    const known = await knownErasures(client, place.dataDir, more.erasures);
    const erased = await load(client, place, file, manifest, known, more.passphrase);
    await noteErasures(place.dataDir, [...known, ...(await erasuresIn(client))]);
    return {
      manifest,
      erased,
      sameSecret: !manifest.secret || (!!place.secret && manifest.secret === fingerprint(place.secret)),
    };
  } finally {
    await client.end();
  }
}

async function load(
  client: Client,
  place: Place,
  file: string,
  manifest: Manifest,
  known: Erasure[],
  passphrase?: string,
) {
  const written = new Set<string>();
  try {
    return await drizzle(client, { schema }).transaction(async (tx) => {
      await remake(client, manifest.migrations.length);
      const back = await withoutReferences(client);
      await sayingWhy(file, async () => {
        const { frames } = await openBackup(file, passphrase);
        for await (const { part, data } of readParts(frames())) {
          if ("table" in part) {
            await copyIn(client, `copy ${columnList({ name: part.table, columns: part.columns })} from stdin`, data);
          } else {
            written.add(part.file.split("/")[0] ?? "");
            await writeVariant(place, part.file, data);
          }
        }
      });
      await back();
      await apply(client, manifest.migrations.length);
      await raiseEpochs(client);
      let erased = 0;
      for (const { personId, mode, at } of known) {
        const files = await eraseRows(tx, personId, mode, at);
        if (!files) continue;
        erased += 1;
        for (const id of files) await place.files.remove(id);
      }
      return erased;
    });
  } catch (error) {
    for (const id of written) await place.files.remove(id);
    throw error;
  }
}

/** Tables come in any order, so references are put back when all are there; that also checks every one of them. */
async function withoutReferences(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  for (const { drop } of rows) await client.query(drop);
  return async () => {
    for (const { add } of rows) await client.query(add);
  };
}

/** Who listened before the backup was restored has seen numbers that will be given again: a higher epoch makes them start over. */
async function raiseEpochs(client: Client) {
  const now = "greatest(epoch + 1, (extract(epoch from now()) / 60)::int)";
  await client.query(`update channel_heads set epoch = ${now}`);
  await client.query(`update person_heads set epoch = ${now}`);
}

async function knownErasures(client: Client, dataDir: string, other?: string): Promise<Erasure[]> {
  const logged = await readErasures(erasuresLog(dataDir));
  const given = other ? await readErasures(other) : [];
  if (other && given.length === 0)
    throw new Problem(`${other} names nobody; is it the erasures.log of the other place?`);
  return [...logged, ...given, ...(await erasuresIn(client))];
}

async function erasuresIn(client: Client): Promise<Erasure[]> {
  const { rows: there } = await client.query("select to_regclass('public.erasures') is not null as it");
  if (!there[0]?.it) return [];
  return (await client.query<Erasure>(`select person_id as "personId", mode, at from erasures`)).rows;
}

async function filesIn(file: string, passphrase?: string): Promise<Set<string>> {
  const { frames } = await openBackup(file, passphrase);
  const ids = new Set<string>();
  for await (const { part, data } of readParts(frames())) {
    if ("file" in part) ids.add(part.file.split("/")[0] ?? "");
    for await (const _ of data);
  }
  return ids;
}
