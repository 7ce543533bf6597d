import { z } from "zod";
import { refuse } from "@/lib/errors";

const begin = z.object({
  key: z.uuid(),
  /** Bytes. The limit of each purpose is in uploads.ts; this one only keeps the number a number. */
  size: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});

/** Headers of one part, after the shape of tus: where it begins, and the SHA-256 of what it holds in base64. */
const part = z.object({
  offset: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  checksum: z
    .string()
    .regex(/^sha256 [A-Za-z0-9+/]{43}=$/)
    .transform((text) => text.slice("sha256 ".length)),
});

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (!read.success) throw refuse.invalid({});
  return read.data;
}

export function readBegin(body: Uint8Array) {
  try {
    return checked(begin, JSON.parse(Buffer.from(body).toString("utf8")));
  } catch {
    throw refuse.invalid({});
  }
}

export const readPart = (headers: Headers) =>
  checked(part, { offset: headers.get("upload-offset"), checksum: headers.get("upload-checksum") });

/** An address that cannot be one of ours is the same as one that is not there. */
export function readUploadId(id: unknown): string {
  const read = z.uuid().safeParse(id);
  if (!read.success) throw refuse.notFound();
  return read.data;
}
