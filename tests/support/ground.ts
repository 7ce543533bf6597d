import { startCluster } from "./own-cluster";
import { plantOnce } from "./planted";

/**
 * The ground of a whole `npm test`: one database server with the demo planted, ready while the product is still built.
 * It says on stdout where it is and stays until whoever started it closes stdin, or is gone.
 */
const { adminUrl, dataDir, stop } = await startCluster();
try {
  await plantOnce({ adminUrl, dataDir });
  process.stdout.write(`${JSON.stringify({ adminUrl, dataDir })}\n`);
  for await (const _ of process.stdin);
} finally {
  await stop();
}
