import { randomUUID } from "node:crypto";
import { Refusal } from "@/lib/errors";
import { type Principal, principals, triers, visitors } from "./principals";
import { stateOfAll, undone } from "./principals-undo";
import type { World } from "./principals-world";
import type { Row } from "./surfaces-acts";
import { everything } from "./thoroughness";

/** What came of one cell, and what was wrong with it. */
export interface Outcome {
  readonly allowed: boolean;
  readonly fault?: string;
}

/** A few who differ in everything that such an act could ask. */
const few: readonly Principal[] = ["anonymous", "expired", "outsider", "member", "manager", "suspended", "ownerB"];

/** Who tries a row, by its place among all rows. */
export const triedBy = (row: Row, place: number, all = everything): readonly Principal[] => {
  if (all) return principals;
  return row.slow ? few : triers(row.who, place);
};

/** One principal tries one act. */
async function attempt(w: World, row: Row, who: Principal): Promise<Outcome> {
  const expected = row.who.includes(who);
  try {
    await row.run({ w, who, viewer: await w.viewer(who), more: { key: randomUUID() as string } });
  } catch (error) {
    if (!(error instanceof Refusal)) {
      const said = error instanceof Error ? `${error.message} ${String(error.cause ?? "")}` : String(error);
      return { allowed: false, fault: `failed: ${said.slice(0, 300)}` };
    }
    if (expected) return { allowed: false, fault: `refused: ${error.status} ${error.code}` };
    // A proven owner of an address that is not proven is told so; everybody else finds nothing there.
    const shows = row.hidden && error.status !== 404 && error.code !== "accounts.verifyFirst";
    const said = row.says?.[who];
    if (said && said !== error.code) return { allowed: false, fault: `is told ${error.code}, not ${said}` };
    const unasked = row.signIn && visitors.includes(who) && error.status !== 401;
    return {
      allowed: false,
      fault:
        shows || unasked
          ? `${shows ? "shows itself" : "is not asked to sign in, but answered"} by ${error.status}`
          : undefined,
    };
  }
  return { allowed: true, fault: expected ? undefined : "allowed" };
}

export const tryAct = (w: World, row: Row, who: Principal) => undone(() => attempt(w, row, who));

/** All who are refused, one after the other from the same world, after which not one row of any table may be another. */
export async function tryRefused(w: World, row: Row, all: readonly Principal[]): Promise<[Principal, string][]> {
  const refused = all.filter((who) => !row.who.includes(who));
  return undone(async () => {
    const before = await stateOfAll();
    const faults: [Principal, string][] = [];
    for (const who of refused) {
      const { fault } = await attempt(w, row, who);
      if (fault) faults.push([who, fault]);
    }
    const after = await stateOfAll();
    const touched = Object.keys(after).filter((table) => after[table] !== before[table]);
    if (touched.length > 0 && faults.length === 0) faults.push([refused[0]!, `refused, but ${touched} changed`]);
    return faults;
  });
}
