import { resolve } from "node:path";
import { address, countOthers } from "./postgres/connection.mjs";
import { createCluster } from "./postgres/create.mjs";
import { alone } from "./postgres/lock.mjs";
import { choosePlace, hash16, socketFolder } from "./postgres/place.mjs";
import { findOrStart, shutDown } from "./postgres/server.mjs";

/**
 * Starts the built-in PostgreSQL of a data folder, or shares the one that already runs there.
 * @param {{ dataDir: string, onLost?: () => void }} options  onLost: the server went away without being asked to
 * @returns {Promise<import("./postgres.d.mts").Postgres>}
 */
export async function startPostgres({ dataDir, onLost }) {
  const lock = hash16(resolve(dataDir));
  const { place, keeper, socketDir, started } = await alone(lock, async () => {
    const chosen = choosePlace(dataDir);
    createCluster(chosen);
    return { place: chosen, ...(await findOrStart(chosen, socketFolder(chosen))) };
  });
  let released = false;
  let lost = false;
  keeper.on("end", () => {
    lost = true;
    if (!released) onLost?.();
  });

  return {
    url: address(socketDir, "kindling"),
    directUrl: address(socketDir, "kindling_direct"),
    adminUrl: address(socketDir, "postgres"),
    socketDir,
    started,
    stop: ({ evenIfShared = false } = {}) =>
      alone(lock, async () => {
        if (released) return false;
        released = true;
        // Having lost our server, we know nothing about who uses the one that may have taken its place.
        const others = lost ? 1 : await countOthers(keeper).catch(() => 1);
        await keeper.end().catch(() => {});
        if (others > 0 && !evenIfShared) return false;
        await shutDown(place, socketDir);
        return true;
      }),
  };
}
