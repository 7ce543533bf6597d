import { startServer } from "./server";
import { sharedCluster } from "./shared-cluster";
import { widenLimits } from "./wide-limits";

/** One server for a whole browser run. The workers read from the environment they inherit where it is. */
export default async function setup() {
  if (process.env.TEST_ORIGIN) return;
  const cluster = await sharedCluster();
  try {
    const server = await startServer({ on: cluster });
    await widenLimits(server.variables.DATABASE_URL_DIRECT!);
    process.env.TEST_CLUSTER = JSON.stringify({ adminUrl: cluster.adminUrl, dataDir: cluster.dataDir });
    process.env.TEST_ORIGIN = server.origin;
    process.env.TEST_ADMIN_URL = server.adminUrl;
    process.env.TEST_DATA_DIR = server.dataDir;
    return async () => {
      await server.stop();
      await cluster.stop();
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
