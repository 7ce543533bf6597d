import { startPostgres } from "../postgres.mjs";
import { checkDatabase } from "./check-database.mjs";

/**
 * The database a process of this instance uses: the operator's own, or the built-in one of the data folder.
 * @param {{ databaseUrl?: string, dataDir: string, variables: import("./environment.mjs").Variables, onLost?: () => void }} options
 */
export async function openDatabase({ databaseUrl, dataDir, variables, onLost }) {
  if (databaseUrl) {
    const direct = variables.DATABASE_URL_DIRECT || databaseUrl;
    await checkDatabase(direct);
    return { variables: { DATABASE_URL: databaseUrl, DATABASE_URL_DIRECT: direct }, close: async () => false };
  }
  let postgres = await startPostgres({ dataDir, onLost: again });
  let closed = false;
  await checkDatabase(postgres.directUrl);

  // A killed server leaves its files and its address; whoever of its users comes first starts it again.
  async function again() {
    onLost?.();
    while (!closed) {
      try {
        postgres = await startPostgres({ dataDir, onLost: again });
        if (closed) await postgres.stop();
        return;
      } catch (error) {
        console.error(`kindling: the database is gone and does not start again yet: ${error}`);
        await new Promise((done) => setTimeout(done, 1_000));
      }
    }
  }

  return {
    variables: { DATABASE_URL: postgres.url, DATABASE_URL_DIRECT: postgres.directUrl },
    close: () => {
      closed = true;
      return postgres.stop();
    },
  };
}
