import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { db } from "@/db/client";
import type { DeskAccess } from "@/lib/access/gate";
import { begin } from "@/lib/imports/begin";
import { decideImport, undoImport } from "@/lib/imports/commands";
import type { SpacePlan } from "@/lib/imports/input";
import { suggested } from "@/lib/imports/plan";
import { importHere, placedBefore } from "@/lib/imports/queries";
import { claim, workOn } from "@/lib/imports/run";
import { key } from "../threads/room";

const place = mkdtempSync(join(tmpdir(), "kindling-import-"));
afterAll(() => rmSync(place, { recursive: true }));

let n = 0;
/** A file with these lines of JSON. */
export function lines(...rows: object[]): string {
  const path = join(place, `export-${++n}.jsonl`);
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join("\n"));
  return path;
}
export const folder = place;

/** Has it read, as the command and the job do. @returns its id */
export async function readIn(desk: DeskAccess, path: string, source = "elsewhere"): Promise<string> {
  const id = await db().transaction((tx) => begin(tx, desk, source));
  await workOn((await claim(id))!, path);
  return id;
}

export const found = async (desk: DeskAccess, id: string) => (await importHere(desk, id)).found!;

export async function bringIn(
  desk: DeskAccess,
  id: string,
  change: (plan: SpacePlan) => object = () => ({}),
  roles: { person: string; role: "member" | "moderator" | "staff" | "bot" }[] = [],
) {
  const { source } = await importHere(desk, id);
  const spaces = suggested(await found(desk, id), await placedBefore(desk, source)).map((plan) => ({
    ...plan,
    ...change(plan),
  }));
  await decideImport(desk, { import: id, spaces, roles }, key());
  await workOn((await claim(id))!);
  return importHere(desk, id);
}

export async function takeBackAll(desk: DeskAccess, id: string) {
  await undoImport(desk, { import: id }, key());
  await workOn((await claim(id))!);
  return importHere(desk, id);
}
