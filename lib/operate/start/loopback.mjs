import { once } from "node:events";
import { connect, createServer } from "node:net";

const other = /** @type {Record<string, string>} */ ({ "127.0.0.1": "::1", "::1": "127.0.0.1" });

/**
 * `localhost` has two addresses and the application listens on one of them. Who asks the other is led there, so that the
 * address printed at the start works whichever a program tries. Both are this machine's own, nothing is opened by it.
 * @param {{ host: string, port: number }} place
 * @returns {Promise<() => void>} ends it
 */
export async function answerOnBoth({ host, port }) {
  if (host !== "localhost") return () => {};
  const probe = connect({ host, port });
  await once(probe, "connect").catch(() => {});
  const own = probe.remoteAddress ?? "";
  probe.destroy();
  const relay = createServer((visitor) => {
    const app = connect({ host: own, port });
    for (const [from, to] of [
      [visitor, app],
      [app, visitor],
    ])
      from
        .on("error", () => to.destroy())
        .on("close", () => to.destroy())
        .pipe(to);
  });
  relay.on("error", () => {});
  // Where the other address is taken, or not there at all, the first one has to do.
  if (other[own]) relay.listen(port, other[own]);
  return () => relay.close();
}
