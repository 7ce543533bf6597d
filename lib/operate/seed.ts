import { closeDb } from "@/db/client";
import { seed } from "@/lib/demo/seed";
import { welcome } from "@/lib/demo/welcome";

/** Makes the demo, and says on stdout where it is: the starter keeps those lines and prints them at every start. */
const world = await seed();
process.stdout.write(welcome(world));
await closeDb();
