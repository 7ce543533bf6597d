import { afterAll, inject } from "vitest";
import { addressOf, copyOf, copyOfDemo } from "./planted";

/** Databases for the tests of one file. They are dropped when the file has run. */
const made: { drop(): Promise<unknown> }[] = [];

/** The application's address of a new, empty database; `direct` gives the one without time limits. */
export async function freshDatabase(): Promise<string> {
  return kept(await copyOf({ adminUrl: inject("adminUrl") }, "migrated"));
}

/** The same with the demo world in it, and its files in that data folder. Its secrets are `testSecrets`. */
export async function demoDatabase(dataDir: string): Promise<string> {
  return kept(await copyOfDemo({ adminUrl: inject("adminUrl"), dataDir: inject("clusterDir") }, dataDir));
}

export const direct = (url: string) => addressOf(url, "kindling_direct");

function kept(database: Awaited<ReturnType<typeof copyOf>>): string {
  made.push(database);
  return database.url;
}

afterAll(async () => {
  for (const { drop } of made.splice(0)) await drop();
});

declare module "vitest" {
  interface ProvidedContext {
    adminUrl: string;
    /** Where the server of the tests keeps what belongs to it. */
    clusterDir: string;
  }
}
