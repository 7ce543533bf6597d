import { accessSync, constants, mkdirSync } from "node:fs";
import { Problem } from "../problem.mjs";

/** @type {Record<string, string>} */
const reasons = {
  EEXIST: "it is not a folder",
  ENOTDIR: "part of its path is not a folder",
  EACCES: "this account may not write there",
  EPERM: "this account may not write there",
  EROFS: "that disk can only be read",
  ENOSPC: "that disk is full",
};

/**
 * The data folder, there and ours to write in: said before anything begins, and not by whatever meets it first.
 * @param {string} dataDir
 */
export function openDataDir(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code = "", message } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Problem(`DATA_DIR ${dataDir} cannot be used: ${reasons[code] ?? message}.`);
  }
}
