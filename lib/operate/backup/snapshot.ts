import { createHash, createHmac } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Client } from "pg";
import type { Storage } from "@/lib/files/keys";
import { type Erasure, noteErasures } from "@/lib/privacy/erasures-log";
import packageFile from "../../../package.json" with { type: "json" };
import { check } from "./check";
import { copyOut } from "./copy";
import { variantsOf } from "./files";
import { format, type Head, type Manifest, magic, type Part, type PartEnd } from "./format";
import { frame } from "./frames";
import { migrationsOf } from "./migrations";
import { Seen } from "./parts";
import { newSeal, sealed } from "./seal";
import { columnList, quoted, savedTables } from "./tables";

export interface Place {
  /** The address without time limits. */
  readonly url: string;
  readonly dataDir: string;
  readonly files: Storage;
  readonly secret?: string;
}

/** One consistent backup of a place that may be in use; whole under its name, or not there. Answers what is in it. */
export async function makeBackup(
  place: Place,
  file: string,
  passphrase?: string,
): Promise<Manifest & { missing: string[] }> {
  const half = `${file}.tmp`;
  await rm(half, { force: true });
  const missing: string[] = [];
  try {
    const out = await open(half, "wx", 0o600);
    try {
      const made = passphrase ? await newSeal(passphrase) : undefined;
      const told: Head = { format, sealed: made?.seal ?? null };
      const head = Buffer.from(`${magic}${JSON.stringify(told)}\n`);
      await out.writeFile(head);
      const frames = snapshot(place, head, missing);
      for await (const chunk of made ? sealed(frames, made.key, made.seal, head) : frames) await out.writeFile(chunk);
      await out.sync();
    } finally {
      await out.close();
    }
    // What nobody has read again is only a hope.
    const manifest = await check(half, passphrase);
    await rename(half, file);
    await syncFolder(dirname(file));
    return { ...manifest, missing };
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

async function* snapshot(place: Place, head: Buffer, missing: string[]): AsyncGenerator<Buffer> {
  const whole = createHash("sha256").update(head);
  const client = new Client({ connectionString: place.url, application_name: "kindling-backup" });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await noteErased(client, place.dataDir);
    for await (const bytes of everything(client, place, missing)) {
      whole.update(bytes);
      yield bytes;
    }
    await client.query("commit");
  } finally {
    await client.end();
  }
  yield frame("Z", whole.digest());
}

/** What a crash kept out of the log beside the database is added now. */
async function noteErased(client: Client, dataDir: string) {
  const { rows } = await client.query<Erasure>(`select person_id as "personId", mode, at from erasures`);
  await noteErasures(dataDir, rows);
}

async function* everything(client: Client, { files, secret }: Place, missing: string[]): AsyncGenerator<Buffer> {
  const seen = new Seen();
  const migrations = await migrationsOf(client);
  for (const table of await savedTables(client)) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${quoted(table.name)}`);
    const part = { table: table.name, columns: [...table.columns] };
    yield* onePart(part, copyOut(client, `copy ${columnList(table)} to stdout`), seen, Number(rows[0]?.n));
  }
  for await (const { id, used } of savedFiles(client)) {
    let found = 0;
    for await (const { key, data } of variantsOf(files, id)) {
      found += 1;
      yield* onePart({ file: key }, data, seen, 1);
    }
    if (found === 0 && used) missing.push(id);
  }
  const manifest: Manifest = {
    product: packageFile.version,
    madeAt: new Date().toISOString(),
    secret: secret ? fingerprint(secret) : null,
    migrations,
    ...seen.summary(),
  };
  yield json("M", manifest);
}

async function* onePart(part: Part, data: AsyncIterable<Buffer>, seen: Seen, rows: number): AsyncGenerator<Buffer> {
  yield json("P", part);
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const block of data) {
    hash.update(block);
    bytes += block.length;
    yield frame("D", block);
  }
  const end: PartEnd = { bytes, rows, sha256: hash.digest("hex") };
  seen.add(part, end);
  yield json("E", end);
}

/**
 * The files of the snapshot's own rows. What waits to be swept does not come along. A draft comes with what there is of
 * it: it has its row before its bytes.
 */
async function* savedFiles(client: Client): AsyncGenerator<{ id: string; used: boolean }> {
  await client.query(
    "declare saved cursor for select id, state = 'in use' as used from files where state <> 'orphan' order by id",
  );
  for (;;) {
    const { rows } = await client.query<{ id: string; used: boolean }>("fetch 500 from saved");
    if (rows.length === 0) return;
    yield* rows;
  }
}

const json = (kind: "P" | "E" | "M", value: unknown) => frame(kind, Buffer.from(JSON.stringify(value)));

export const fingerprint = (secret: string) =>
  createHmac("sha256", secret).update("kindling backup").digest("hex").slice(0, 32);

/** Without this a power cut could take the new name away again. */
async function syncFolder(folder: string) {
  const handle = await open(folder, "r");
  await handle.sync().catch(() => {});
  await handle.close();
}
