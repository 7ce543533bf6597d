import { startServer } from "./server";

/** One server for a whole browser run. The workers read its address from the environment they inherit. */
export default async function setup() {
  if (process.env.TEST_ORIGIN) return;
  const server = await startServer();
  process.env.TEST_ORIGIN = server.origin;
  process.env.TEST_ADMIN_URL = server.cluster.adminUrl;
  process.env.TEST_DATA_DIR = server.dataDir;
  return server.stop;
}
