import { Client } from "pg";
import { migrate } from "@/db/migrate";

/** The same number in every process of an instance, and in nothing else: "kindling" in the keys of a telephone. */
const LOCK = 54634546;

/**
 * Of two starts at once, one migrates and the other waits and finds nothing to do: as long as it takes, where a
 * connection of the instance otherwise gives up on a lock after ten seconds.
 */
const url = process.env.DATABASE_URL_DIRECT ?? "";
const guard = new Client({ connectionString: url });
guard.on("error", () => {});
await guard.connect();
await guard.query("SET lock_timeout = 0");
await guard.query("SELECT pg_advisory_lock($1)", [LOCK]);
await migrate(url);
await guard.end();
