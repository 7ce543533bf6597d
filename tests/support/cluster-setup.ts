import type { TestProject } from "vitest/node";
import { sharedCluster } from "./shared-cluster";

/** One server for the whole run of vitest. */
export default async function setup(project: TestProject) {
  const cluster = await sharedCluster();
  project.provide("adminUrl", cluster.adminUrl);
  project.provide("clusterDir", cluster.dataDir);
  return cluster.stop;
}
