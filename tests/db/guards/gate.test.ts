import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { project, read } from "@/tests/support/inventory";
import type { Principal } from "@/tests/support/principals";
import { buildWorld, type World } from "@/tests/support/principals-world";
import { onFreshDatabase } from "../jobs/product";

// The gate's own lines, taken out one after the other: a copy of it stands in its place, in this process, in which each
// of them can be passed by, and says where it held.
onFreshDatabase();
const copies = join(project, "node_modules/.cache/kindling-gates");
const gate = read("lib/access/gate.ts");

/** Lines that refuse, with the door they stand in; two of them may read the same. */
const guards = [...gate.matchAll(/^ {2}if \((?:.*)\)\s+throw refuse\.(?:.|\n {4})*?;$/gm)].map(
  ({ 0: line, index }, n) => {
    const before = [...gate.slice(0, index).matchAll(/function (\w+)/g)];
    return { line, index, n, door: before.at(-1)?.[1] ?? "" };
  },
);

/** Without a row there is nothing to open: to go on would fail, not let in. */
const needsRow = (line: string) => /^ {2}if \(!(row|found)\)/.test(line);

/** Read by the copy: the guard that is passed by, and those that refused since this was emptied. */
const told: { off: number; held: Set<number> } = { off: -1, held: new Set() };
Object.assign(globalThis, { kindlingGuards: told });

const switchable = ({ line, n }: (typeof guards)[number]) =>
  line
    .replace(
      /if \((.*)\)\s+throw/,
      (_, condition: string) => `if (kindlingGuards.off !== ${n} && (${condition})) throw`,
    )
    .replace(/throw (refuse\.[\s\S]*);$/, (_, refusal: string) => `throw (kindlingGuards.held.add(${n}), ${refusal});`);

interface Cell {
  readonly name: string;
  readonly who: Principal;
}
/** The cells in which each guard refused: everywhere else it may be gone and nothing changes. */
const held = guards.map((): Cell[] => []);
let world: World;
let tryCell: (cell: Cell) => Promise<string>;
const redWithAll: string[] = [];

beforeAll(async () => {
  world = await buildWorld();
  mkdirSync(copies, { recursive: true });
  const copy = join(copies, `gate-${process.pid}.ts`);
  const source = guards.reduceRight(
    (text, guard) => text.slice(0, guard.index) + switchable(guard) + text.slice(guard.index + guard.line.length),
    gate,
  );
  const placed = source.replaceAll('from "./', 'from "@/lib/access/');
  writeFileSync(copy, `declare const kindlingGuards: { off: number; held: Set<number> };\n${placed}`);
  // All that knows a refusal is loaded anew with it: two copies of its class would not know each other.
  vi.resetModules();
  vi.doMock("@/lib/access/gate", () => import(/* @vite-ignore */ copy));
  const { allActs } = await import("@/tests/support/surfaces");
  const { triedBy, tryAct } = await import("@/tests/support/surfaces-try");
  tryCell = async ({ name, who }) => {
    const { fault } = await tryAct(world, allActs[name]!, who);
    return fault ? `${name} by ${who}: ${fault}` : "";
  };
  for (const [place, [name, row]] of Object.entries(allActs).entries())
    for (const who of triedBy(row, place, false).filter((one) => !row.who.includes(one))) {
      told.held.clear();
      const red = await tryCell({ name, who });
      if (red) redWithAll.push(red);
      for (const n of told.held) held[n]!.push({ name, who });
    }
}, 120_000);

afterAll(() => {
  vi.doUnmock("@/lib/access/gate");
  rmSync(copies, { recursive: true, force: true });
});

describe("each guard of the gate is held by the matrix", () => {
  test("there are guards", () => expect(guards.length).toBeGreaterThan(15));

  test("a copy of the whole gate leaves the matrix green", () => expect(redWithAll).toEqual([]));

  test.each(guards.filter(({ line }) => !needsRow(line)))("$door: $line", async ({ n }) => {
    told.off = n;
    try {
      expect(await firstRed(held[n]!)).not.toBe("");
    } finally {
      told.off = -1;
    }
  });
});

/** The first cell that turns red. */
async function firstRed(cells: readonly Cell[]): Promise<string> {
  for (const cell of cells) {
    const red = await tryCell(cell);
    if (red) return red;
  }
  return "";
}
