import { beforeAll, describe, expect, test } from "vitest";
import { may } from "@/lib/access/policy";
import { filesIn, read } from "@/tests/support/inventory";
import { buildWorld, type World } from "@/tests/support/principals-world";
import { allActs } from "@/tests/support/surfaces";
import { triedBy, tryAct } from "@/tests/support/surfaces-try";
import { onFreshDatabase } from "../jobs/product";

onFreshDatabase();

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});

// Not the sentences by themselves: what they keep people from.
const acting = Object.entries(allActs).filter(([name]) => !name.startsWith("policy."));
const predicates = Object.keys(may) as (keyof typeof may)[];
// The same object that the product asks: what stands here for a moment is what every guard hears.
const asked = may as unknown as Record<string, () => boolean>;

/** Behind these stands another guard that asks the same, so that "yes" lets nobody in; their answers are rows of the matrix too. */
const askedByButtons: Partial<Record<keyof typeof may, string>> = {
  invite: "openMember, which every command of invitations takes",
  ownBrand: "openBrand, which every command and page of a brand takes",
  seeMembers: "openMember, which every query of members takes",
};

/** @returns the cells that turned red, or the first of them */
async function redCells(all: boolean): Promise<string[]> {
  const red: string[] = [];
  for (const [name, row] of acting) {
    // "Yes" to everything only lets more people in: those who were refused are the ones to try.
    for (const who of triedBy(row, false).filter((one) => !row.who.includes(one))) {
      const { fault } = await tryAct(world, row, who);
      if (fault) red.push(`${name} by ${who}: ${fault}`);
      if (fault && !all) return red;
    }
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
        const red = await redCells(Boolean(process.env.TEST_FULL));
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
