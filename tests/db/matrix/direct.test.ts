import { beforeAll, describe, expect, test } from "vitest";
import { may } from "@/lib/access/policy";
import { acts } from "@/tests/support/inventory";
import { nobody, principals } from "@/tests/support/principals";
import { buildWorld, type World } from "@/tests/support/principals-world";
import { actOf, allActs } from "@/tests/support/surfaces";
import { triedBy, tryAct, tryRefused } from "@/tests/support/surfaces-try";
import { onFreshDatabase } from "../jobs/product";

onFreshDatabase();

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});

const known = acts();
const inventory = new Map(known.map((act) => [act.name, act]));
/** They take a proof to hand it on, and do nothing by themselves. */
const helpers = new Set(["write.write", "write.when"]);

describe("the list of acts is whole", () => {
  test("every exported function that takes a proof has a row", () => {
    const rows = new Set(Object.keys(allActs).map(actOf));
    expect(known.map(({ name }) => name).filter((name) => !rows.has(name) && !helpers.has(name))).toEqual([]);
  });

  test("every sentence of the policy has a row, and every such row a sentence", () => {
    const rows = Object.keys(allActs).filter((name) => name.startsWith("policy."));
    expect(new Set(rows.map((name) => actOf(name).slice("policy.".length)))).toEqual(new Set(Object.keys(may)));
  });

  test("every row is about a function that is there, and opens the proof that it takes", () => {
    const wrong = Object.entries(allActs).flatMap(([name, row]) => {
      if (/^(gate|gate-[a-z]+|policy)\./.test(name)) return [];
      const act = inventory.get(actOf(name));
      return act?.proof === row.proof ? [] : `${name}: ${row.proof}, but its signature says ${act?.proof}`;
    });
    expect(wrong).toEqual([]);
  });
});

let cells = 0;
describe("who may do what, by direct call", () => {
  test.each(Object.entries(allActs).map(([name, row], place) => [name, row, place] as const))(
    "%s",
    async (_, row, place) => {
      const tried = triedBy(row, place);
      const faults = await tryRefused(world, row, tried);
      const allowed = tried.filter((who) => row.who.includes(who));
      for (const who of allowed) {
        const { fault } = await tryAct(world, row, who);
        if (fault) faults.push([who, fault]);
      }
      cells += tried.length;
      expect(faults, faults.join("\n")).toEqual([]);
      expect(allowed.length > 0 || row.who === nobody, "each refusal has its allowed twin").toBe(true);
      const refusing = row.who.length < principals.length;
      expect(!refusing || allowed.length < tried.length, "and each that is allowed somebody who is refused").toBe(true);
    },
  );

  test("cells were tested", () => expect(cells).toBeGreaterThan(2_500));
});
