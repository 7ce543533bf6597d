import { randomUUID } from "node:crypto";
import { type Env, readEnv } from "@/lib/env";
import { keyOf } from "@/lib/files/keys";
import { BucketError, s3 } from "@/lib/files/s3";

/** Before a start does anything: one line on stdout for the first setting that cannot work, and nothing if all can. */
function problem(): Promise<string | undefined> | string | undefined {
  let settings: Env;
  try {
    settings = readEnv(process.env);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return settings.s3 && problemOfBucket(settings.s3);
}

/** Writes, reads and removes an object of its own. */
async function problemOfBucket(bucket: NonNullable<Env["s3"]>): Promise<string | undefined> {
  const files = s3(bucket);
  const id = randomUUID();
  const key = keyOf(id, "check");
  try {
    await files.put(key, Buffer.from("Kindling was here"));
    if ((await files.size(key)) === undefined)
      return `S3_BUCKET ${bucket.bucket} does not give back what it was given.`;
    await files.remove(id);
    if ((await files.size(key)) !== undefined) return `S3_BUCKET ${bucket.bucket} does not let go of what is removed.`;
    if (await files.keepsVersions().catch(() => false))
      return `S3_BUCKET ${bucket.bucket} keeps old versions, so what is erased would stay; switch versioning off.`;
  } catch (error) {
    if (error instanceof BucketError) return `S3_BUCKET ${bucket.bucket} refuses: ${error.status} ${error.reason}.`;
    return `S3_ENDPOINT ${bucket.endpoint} does not answer.`;
  }
}

const found = await problem();
if (found) process.stdout.write(found);
