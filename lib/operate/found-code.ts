import { randomUUID } from "node:crypto";
import { closeDb } from "@/db/client";
import { openSystem } from "@/lib/access/gate";
import { visitor } from "@/lib/access/viewer";
import { newFoundingCode } from "@/lib/brands/commands";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";

/** A code by which whoever can read this console founds the first brand. */
const code = await newFoundingCode(openSystem(visitor, "the first founding"), { key: randomUUID() });
console.log(`Found your community on ${env.origin}${paths.found} with this code, good for one day: ${code}`);
await closeDb();
