import { beforeAll, describe, expect, test } from "vitest";
import { may } from "@/lib/access/policy";
import { filesIn, read } from "@/tests/support/inventory";
import type { Principal } from "@/tests/support/principals";
import { buildWorld, type World } from "@/tests/support/principals-world";
import { allActs } from "@/tests/support/surfaces";
import { triedBy, tryAct } from "@/tests/support/surfaces-try";
import { everything } from "@/tests/support/thoroughness";
import { onFreshDatabase } from "../jobs/product";

onFreshDatabase();

let world: World;
// Not the sentences by themselves: what they keep people from.
const acting = Object.entries(allActs).filter(([name]) => !name.startsWith("policy."));
const predicates = Object.keys(may) as (keyof typeof may)[];
// The same object that the product asks: what stands here for a moment is what every guard hears.
const asked = may as unknown as Record<string, (...facts: unknown[]) => boolean>;

interface Cell {
  readonly name: string;
  readonly who: Principal;
}
/** Where each sentence said no: in every other cell a "yes" in its place changes nothing. */
const saidNo = new Map<string, Cell[]>(predicates.map((name) => [name, []]));

beforeAll(async () => {
  world = await buildWorld();
  const kept = { ...asked };
  const heard = new Set<string>();
  for (const name of predicates)
    asked[name] = (...facts) => {
      const answer = kept[name]!(...facts);
      if (!answer) heard.add(name);
      return answer;
    };
  try {
    // "Yes" to everything only lets more people in: those who were refused are the ones to try.
    for (const [place, [name, row]] of acting.entries())
      for (const who of triedBy(row, place, false).filter((one) => !row.who.includes(one))) {
        heard.clear();
        await tryAct(world, row, who);
        for (const predicate of heard) saidNo.get(predicate)!.push({ name, who });
      }
  } finally {
    Object.assign(asked, kept);
  }
}, 120_000);

/** Behind these stands another guard that asks the same, so that "yes" lets nobody in; their answers are rows of the matrix too. */
const askedByButtons: Partial<Record<keyof typeof may, string>> = {
  invite: "openMember, which every command of invitations takes",
  ownBrand: "openBrand, which every command and page of a brand takes",
  seeMembers: "openMember, which every query of members takes",
};

/** @returns the cells that turned red with "yes" in the place of this sentence, or the first of them */
async function redCells(predicate: string, all: boolean): Promise<string[]> {
  const red: string[] = [];
  for (const { name, who } of saidNo.get(predicate)!) {
    const { fault } = await tryAct(world, allActs[name]!, who);
    if (fault) red.push(`${name} by ${who}: ${fault}`);
    if (fault && !all) return red;
  }
  return red;
}

describe("each sentence about who may is held by the matrix", () => {
  test.each(predicates)(
    "%s turned to yes turns it red",
    async (name) => {
      const kept = asked[name]!;
      asked[name] = () => true;
      try {
        const red = await redCells(name, everything);
        const noticed = red.length > 0 || name in askedByButtons;
        expect(noticed, `nothing notices when may.${name} says yes to everybody`).toBe(true);
      } finally {
        asked[name] = kept;
      }
    },
    60_000,
  );

  test("each of them is asked somewhere", () => {
    const source = filesIn("lib").concat(filesIn("app"), filesIn("components")).map(read).join("\n");
    expect(predicates.filter((name) => !new RegExp(`\\bmay\\.${name}\\(`).test(source))).toEqual([]);
  });
});
