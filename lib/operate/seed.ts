import { closeDb } from "@/db/client";
import { plantMore } from "@/lib/demo/more";
import { seed } from "@/lib/demo/seed";
import { welcome } from "@/lib/demo/welcome";

/**
 * Makes the demo, or with `--more` gives one that is there what is new in it, and says on stdout where it is: the starter
 * keeps those lines and prints them at every start.
 */
const { world, missed } = process.argv.includes("--more") ? await plantMore() : { world: await seed(), missed: [] };
if (missed.length > 0) console.error(`kindling: the demo does without ${missed.length} of its acts\n${few(missed)}`);
process.stdout.write(welcome(world));
await closeDb();

function few(lines: string[]): string {
  const most = 10;
  const shown = lines.slice(0, most).map((line) => `  ${line}`);
  return [...shown, ...(lines.length > most ? ["  ..."] : [])].join("\n");
}
