import { startCluster } from "./own-cluster";
import type { Cluster } from "./planted";

/** The server that `npm test` started for all its parts, or, where one kind of test runs by itself, one of its own. */
export async function sharedCluster(): Promise<Cluster & { stop(): Promise<unknown> }> {
  const given = givenCluster();
  return given ? { ...given, stop: async () => {} } : startCluster();
}

/** The workers of the browser tests read from the environment they inherit which server that is. */
export function givenCluster(): Cluster | undefined {
  const given = process.env.TEST_CLUSTER;
  return given ? (JSON.parse(given) as Cluster) : undefined;
}
