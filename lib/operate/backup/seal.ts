import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from "node:crypto";
import { z } from "zod";
import { Damaged, Reader } from "./frames";

const piece = 64 * 1024;
const tagLength = 16;

export const sealSchema = z.object({
  salt: z.string(),
  nonce: z.string(),
  // A damaged or hostile head must not ask for all memory.
  n: z
    .number()
    .int()
    .min(2)
    .max(2 ** 20),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
  check: z.string(),
});
export type Seal = z.infer<typeof sealSchema>;

export class WrongPassphrase extends Error {}

/** Half of what scrypt gives is the key; a hash of the other half tells a wrong passphrase from a damaged file. */
async function derive(passphrase: string, { salt, n, r, p }: Omit<Seal, "check">) {
  const both = await new Promise<Buffer>((done, refuse) =>
    scrypt(
      passphrase.normalize("NFC"),
      Buffer.from(salt, "base64"),
      64,
      { N: n, r, p, maxmem: 256 * n * r },
      (error, key) => (error ? refuse(error) : done(key)),
    ),
  );
  const check = createHash("sha256").update(both.subarray(32)).digest("base64");
  return { key: both.subarray(0, 32), check };
}

export async function newSeal(passphrase: string): Promise<{ seal: Seal; key: Buffer }> {
  const salt = randomBytes(16).toString("base64");
  const nonce = randomBytes(7).toString("base64");
  const cost = { n: 2 ** 17, r: 8, p: 1 };
  const { key, check } = await derive(passphrase, { salt, nonce, ...cost });
  return { seal: { salt, nonce, ...cost, check }, key };
}

export async function openSeal(passphrase: string, seal: Seal): Promise<Buffer> {
  const { key, check } = await derive(passphrase, seal).catch(() => {
    throw new Damaged("its head asks for what we never write");
  });
  if (check !== seal.check) throw new WrongPassphrase("the passphrase is wrong");
  return key;
}

/** Which piece this is and whether it is the last is part of its nonce: order and end cannot be changed. */
function nonceOf(seal: Seal, number: number, last: boolean): Buffer {
  const rest = Buffer.alloc(5);
  rest.writeUInt32BE(number, 0);
  rest.writeUInt8(last ? 1 : 0, 4);
  return Buffer.concat([Buffer.from(seal.nonce, "base64"), rest]);
}

export async function* sealed(source: AsyncIterable<Buffer>, key: Buffer, seal: Seal, head: Buffer) {
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  const wrap = (bytes: Buffer, last: boolean) => {
    const cipher = createCipheriv("aes-256-gcm", key, nonceOf(seal, number++, last)).setAAD(head);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  };
  for await (const chunk of source) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    while (held.length > piece) {
      yield wrap(held.subarray(0, piece), false);
      held = held.subarray(piece);
    }
  }
  yield wrap(held, true);
}

export async function* unsealed(source: AsyncIterable<Buffer>, key: Buffer, seal: Seal, head: Buffer) {
  const reader = new Reader(source);
  try {
    let start = await reader.must(4);
    for (let number = 0; ; number++) {
      const length = start.readUInt32BE(0);
      if (length > piece) throw new Damaged("there is something in it that we never write");
      const body = await reader.must(length + tagLength);
      const next = await reader.take(4);
      const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(seal, number, !next)).setAAD(head);
      decipher.setAuthTag(body.subarray(length));
      try {
        yield Buffer.concat([decipher.update(body.subarray(0, length)), decipher.final()]);
      } catch {
        throw new Damaged("a piece of it was changed, moved or is missing");
      }
      if (!next) return;
      start = next;
    }
  } finally {
    await reader.close();
  }
}
