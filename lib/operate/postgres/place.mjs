import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "../problem.mjs";
import { copyBinaries, packagedPostgres } from "./binaries.mjs";
import { canEnter, give, whoRunsPostgres } from "./run-as.mjs";

/**
 * Where everything of one database server lies.
 * @typedef {object} Place
 * @property {string} cluster  PostgreSQL's own data folder
 * @property {string} native  the folder that holds bin, lib and share
 * @property {number} major  the PostgreSQL version of those binaries
 * @property {import("./run-as.mjs").RunAs} runAs
 * @property {string} log
 */

const project = fileURLToPath(new URL("../../..", import.meta.url));
const CLOSED_HOME = "/var/lib/kindling";

/** @param {string} text */
export const hash16 = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);

/**
 * @param {string} dataDir
 * @returns {Place}
 */
export function choosePlace(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const data = realpathSync(dataDir);
  const packaged = packagedPostgres();
  const beside = join(data, "postgres");
  const runAs = whoRunsPostgres(beside);
  const shelter = join(CLOSED_HOME, hash16(realpathSync(project)));
  const native = canEnter(runAs, packaged.native)
    ? packaged.native
    : copyBinaries(packaged.native, packaged.version, shelter);
  const cluster = canEnter(runAs, data) ? beside : shelteredCluster(data, shelter);
  return { cluster, native, major: packaged.major, runAs: whoRunsPostgres(cluster), log: join(data, "postgres.log") };
}

/**
 * The server's account cannot enter the data folder, so its files lie elsewhere and a note in the data folder says
 * where. Removing the data folder must start afresh, as it does everywhere else; what it left is put aside.
 * @param {string} data @param {string} shelter
 */
function shelteredCluster(data, shelter) {
  const cluster = join(shelter, hash16(data));
  const note = join(data, "postgres-is-elsewhere.txt");
  mkdirSync(shelter, { recursive: true, mode: 0o755 });
  if (existsSync(note)) follow(note, data, cluster);
  else if (existsSync(cluster)) putAside(cluster);
  writeFileSync(
    note,
    `${cluster}\n${data}\nPostgreSQL may not run as root, and its account cannot enter this folder.\n`,
  );
  return cluster;
}

/**
 * A data folder that was moved takes its database along; a copy must not share the original's.
 * @param {string} note @param {string} data @param {string} cluster
 */
function follow(note, data, cluster) {
  const [lies = "", madeFor = ""] = readFileSync(note, "utf8").split("\n");
  if (lies === cluster || !existsSync(lies)) return;
  if (existsSync(madeFor) && realpathSync(madeFor) !== data) {
    throw new Problem(
      `${data} is a copy of ${madeFor}, without its database; make a backup there and restore it here.`,
    );
  }
  if (existsSync(join(lies, "postmaster.pid"))) {
    throw new Problem(`the database of ${data} still runs in ${lies}; stop it before the folder moves.`);
  }
  if (!existsSync(cluster)) renameSync(lies, cluster);
}

/** @param {string} cluster */
function putAside(cluster) {
  if (existsSync(join(cluster, "postmaster.pid"))) {
    throw new Problem(`the database of a data folder that is gone still runs in ${cluster}; stop it first.`);
  }
  const aside = `${cluster}.left-${Date.now()}`;
  renameSync(cluster, aside);
  console.error(`kindling: the database of a data folder that is gone was put aside as ${aside}`);
}

/**
 * The server's only door: a folder that nobody but its account (and root) can enter.
 * @param {Place} place
 */
export function socketFolder(place) {
  const uid = place.runAs.uid ?? process.getuid?.() ?? 0;
  const name = `kindling-${hash16(`${place.cluster} ${uid}`)}`;
  // A socket's whole path must stay under 107 bytes (103 on macOS), and some systems have a long tmpdir.
  const base = realpathSync(tmpdir()).length > 60 ? "/tmp" : realpathSync(tmpdir());
  const folder = join(base, name);
  if (!existsSync(folder)) makePrivateFolder(place, folder);
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o777) !== 0o700) {
    throw new Problem(`${folder} is not a private folder of the database's account; remove it and start again.`);
  }
  return folder;
}

/**
 * Made under another name and renamed when finished: between mkdir and chown another starter would see a foreign owner.
 * @param {Place} place @param {string} folder
 */
function makePrivateFolder(place, folder) {
  const half = mkdtempSync(`${folder}-`);
  chmodSync(half, 0o700);
  give(place.runAs, half);
  try {
    renameSync(half, folder);
  } catch {
    rmdirSync(half);
  }
}
