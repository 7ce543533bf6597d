import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { z } from "zod";
import { Problem } from "../problem.mjs";
import { Damaged, type Frame, readFrames } from "./frames";
import { openSeal, sealSchema, unsealed } from "./seal";

/** The layout is described in README.md. */
export const magic = "KINDLING BACKUP\n";
export const format = 1;

const headSchema = z.object({ format: z.number().int(), sealed: sealSchema.nullable() });
export type Head = z.infer<typeof headSchema>;

const fileName = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\/[a-z]{1,20}$/;
const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/);

export const partSchema = z.union([
  z.strictObject({ table: identifier, columns: z.array(identifier).min(1) }),
  // It becomes a path.
  z.strictObject({ file: z.string().regex(fileName) }),
]);
export type Part = z.infer<typeof partSchema>;

export const endSchema = z.object({ bytes: z.number(), rows: z.number(), sha256: z.string() });
export type PartEnd = z.infer<typeof endSchema>;

export const manifestSchema = z.object({
  product: z.string(),
  madeAt: z.string(),
  /** A keyed hash of the place's AUTH_SECRET: whether what is sealed can be opened where it is restored. */
  secret: z.string().nullable(),
  migrations: z.array(z.object({ hash: z.string(), at: z.string() })),
  tables: z.array(z.object({ name: z.string() }).extend(endSchema.shape)),
  /** One checksum over the names and checksums of all of them, in their order. */
  files: z.object({ count: z.number(), bytes: z.number(), sha256: z.string() }),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The head, and a way to read the frames as often as one likes. */
export async function openBackup(path: string, passphrase: string | undefined) {
  const { head, bytes } = await readHead(path);
  if (head.format > format) throw new Problem(`${path} was made by a newer Kindling; restore it with that one.`);
  if (head.sealed && !passphrase) throw new Problem(`${path} is sealed; say where its passphrase is.`);
  const seal = head.sealed;
  const key = seal && (await openSeal(passphrase ?? "", seal));
  const frames = (): AsyncGenerator<Frame> => {
    const body = createReadStream(path, { start: bytes.length }) as AsyncIterable<Buffer>;
    return readFrames(seal && key ? unsealed(body, key, seal, bytes) : body, bytes);
  };
  return { head, frames };
}

/** Two lines, of which the second tells the rest. */
async function readHead(path: string): Promise<{ head: Head; bytes: Buffer }> {
  const file = await open(path).catch(() => undefined);
  if (!file) throw new Problem(`${path} cannot be read.`);
  try {
    const start = Buffer.alloc(2_000);
    const { bytesRead } = await file.read(start, 0, start.length, 0);
    const end = start.indexOf("\n", magic.length);
    if (end < 0 || end >= bytesRead || start.toString("latin1", 0, magic.length) !== magic)
      throw new Problem(`${path} is not a backup of Kindling.`);
    return { head: parsed(headSchema, start.subarray(magic.length, end)), bytes: start.subarray(0, end + 1) };
  } finally {
    await file.close();
  }
}

export function parsed<T>(schema: z.ZodType<T>, bytes: Buffer): T {
  try {
    return schema.parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    throw new Damaged("there is something in it that we never write");
  }
}
