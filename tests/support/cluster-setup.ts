import type { TestProject } from "vitest/node";
import { startCluster } from "./own-cluster";

/** One server for the whole run of vitest. */
export default async function setup(project: TestProject) {
  const cluster = await startCluster();
  project.provide("adminUrl", cluster.adminUrl);
  return cluster.stop;
}
