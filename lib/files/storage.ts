import { env } from "@/lib/env";
import { disk } from "./disk";
import type { Storage } from "./keys";
import { s3 } from "./s3";

export { keyOf } from "./keys";

let opened: Storage | undefined;

/** Where files lie, as the configuration says. */
export function storage(): Storage {
  opened ??= env.s3 ? s3(env.s3) : disk(env.dataDir);
  return opened;
}
