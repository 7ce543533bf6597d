import { closeDb } from "@/db/client";
import { seedConversations } from "@/lib/demo/later";
import { seed } from "@/lib/demo/seed";
import { welcome } from "@/lib/demo/welcome";

/**
 * Makes the demo, or with `--conversations` what is missing of what its people say, and says on stdout where it is: the
 * starter keeps those lines and prints them at every start.
 */
const world = process.argv.includes("--conversations") ? await seedConversations() : await seed();
process.stdout.write(welcome(world));
await closeDb();
