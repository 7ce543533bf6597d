import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { project, read } from "@/tests/support/inventory";
import { buildWorld, type World } from "@/tests/support/principals-world";
import { onFreshDatabase } from "../jobs/product";

// The gate's own lines, taken out one after the other: a copy of it without the line stands in its place, in this
// process and for a moment.
onFreshDatabase();
const copies = join(project, "node_modules/.cache/kindling-gates");

let world: World;
beforeAll(async () => {
  mkdirSync(copies, { recursive: true });
  world = await buildWorld();
});
afterAll(() => rmSync(copies, { recursive: true, force: true }));

const gate = read("lib/access/gate.ts");

/** Lines that refuse, with the door they stand in; two of them may read the same. */
const guards = [...gate.matchAll(/^ {2}if \((?:.*)\) throw refuse\.(?:.|\n {4})*?;$/gm)].map(
  ({ 0: line, index }, n) => {
    const before = [...gate.slice(0, index).matchAll(/function (\w+)/g)];
    return { line, index, n: n + 1, door: before.at(-1)?.[1] ?? "" };
  },
);

/** Without a row there is nothing to open: to go on would fail, not let in. */
const needsRow = (line: string) => /^ {2}if \(!(row|found)\)/.test(line);

describe("each guard of the gate is held by the matrix", () => {
  test("there are guards", () => expect(guards.length).toBeGreaterThan(15));

  test(
    "a copy of the whole gate leaves the matrix green",
    async () => expect(await firstRed(gate, 0)).toBe(""),
    60_000,
  );

  test.each(guards.filter(({ line }) => !needsRow(line)))(
    "$door: $line",
    async ({ line, index, n }) => {
      const without = line.replace(/if \((.*)\) throw/, (_, condition: string) => `if (false && (${condition})) throw`);
      expect(await firstRed(gate.slice(0, index) + without + gate.slice(index + line.length), n)).not.toBe("");
    },
    60_000,
  );
});

/** The first cell that turns red with this gate in the place of the real one. */
async function firstRed(source: string, n: number): Promise<string> {
  const copy = join(copies, `gate-${n}.ts`);
  const placed = source
    .replace('from "./policy"', 'from "@/lib/access/policy"')
    .replace('from "./rows"', 'from "@/lib/access/rows"')
    .replace('from "./viewer"', 'from "@/lib/access/viewer"');
  writeFileSync(copy, placed);
  vi.resetModules();
  vi.doMock("@/lib/access/gate", () => import(/* @vite-ignore */ copy));
  try {
    // All that knows a refusal is loaded anew with it: two copies of its class would not know each other.
    const { allActs } = await import("@/tests/support/surfaces");
    const { triedBy, tryAct } = await import("@/tests/support/surfaces-try");
    for (const [name, row] of Object.entries(allActs))
      for (const who of triedBy(row, false).filter((one) => !row.who.includes(one))) {
        const { fault } = await tryAct(world, row, who);
        if (fault) return `${name} by ${who}: ${fault}`;
      }
    return "";
  } finally {
    vi.doUnmock("@/lib/access/gate");
  }
}
