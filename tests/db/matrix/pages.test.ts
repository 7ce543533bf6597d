import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Answer, normal, whole, withInstance } from "@/tests/support/http";
import { doors, project, read } from "@/tests/support/inventory";
import { type Principal, principals, triers } from "@/tests/support/principals";
import { allDoors, doorOf } from "@/tests/support/surfaces";
import type { DoorRow } from "@/tests/support/surfaces-doors";
import { everything } from "@/tests/support/thoroughness";

const instance = withInstance();
const found = doors();

describe("the list of doors is whole", () => {
  test("every page and every method of a route has a row, and every row a door", () => {
    const rows = new Set(Object.keys(allDoors).map(doorOf));
    const there = new Set(found.map(({ name }) => name));
    expect(
      [...there].filter((name) => !rows.has(name)),
      "doors without a row",
    ).toEqual([]);
    expect(
      [...rows].filter((name) => !there.has(name)),
      "rows without a door",
    ).toEqual([]);
  });

  test("nothing was built that is not in the file tree", () => {
    const manifest = ".next/app-path-routes-manifest.json";
    expect(existsSync(join(project, manifest))).toBe(true);
    const built = Object.values(JSON.parse(read(manifest)) as Record<string, string>);
    const patterns = new Set(found.map(({ pattern }) => pattern));
    const frameworks = ["/_not-found", "/_global-error", "/icon.svg"];
    expect(built.filter((path) => !patterns.has(path) && !frameworks.includes(path))).toEqual([]);
    // A server action would be a door that this list does not know.
    const actions = JSON.parse(read(".next/server/server-reference-manifest.json")) as Record<"node" | "edge", object>;
    expect(Object.keys({ ...actions.node, ...actions.edge })).toEqual([]);
  });
});

const reading = Object.entries(allDoors).filter(([name]) => /^(GET|HEAD) /.test(name));
let cells = 0;

describe("who finds what behind which address", () => {
  test.each(reading.map(([name, row], place) => [name, row, place] as const))("%s", async (name, row, place) => {
    const method = name.split(" ")[0]!;
    const tried = everything ? principals : triers(row.who, place);
    const faults = await Promise.all(tried.map((who) => knock(method, row, who)));
    cells += tried.length;
    expect(faults.flat(), faults.flat().join("\n")).toEqual([]);
    const who = (may: boolean) => tried.some((one) => row.who.includes(one) === may);
    expect(who(true) || row.who.length === 0, "somebody who may").toBe(true);
    expect(who(false) || row.who.length === principals.length, "somebody who may not").toBe(true);
  });

  test("cells were tested", () => expect(cells).toBeGreaterThan(1_000));
});

async function knock(method: string, row: DoorRow, who: Principal): Promise<string[]> {
  const { world } = instance;
  const path = row.path(world);
  const answer = await instance.ask(who, path, { method, headers: whole });
  const good = row.good ?? 200;
  if (row.who.includes(who)) return answer.status === good ? [] : [`${who}: ${answer.status} ${path}`];
  if (answer.status === good || !row.else.includes(answer.status)) return [`${who}: ${answer.status} ${path}`];
  const location = answer.headers.get("location");
  if (location && !location.startsWith("/")) return [`${who} is sent to ${location}`];
  if (answer.status !== 404) return [];
  const html = method === "GET" && answer.headers.get("content-type")?.startsWith("text/html");
  if (html && !answer.text.includes("<h1")) return [`${who}: ${path} says nothing without a script`];
  if (!row.never) return [];
  return compare(who, path, answer, row.never(world), await nothingAt(method, row.never(world), who));
}

const nothings = new Map<string, Promise<Answer>>();
function nothingAt(method: string, path: string, who: Principal): Promise<Answer> {
  const key = `${who} ${method} ${path}`;
  const known = nothings.get(key) ?? instance.ask(who, path, { method, headers: whole });
  nothings.set(key, known);
  return known;
}

/** What one may not know of and what never was are the same answer, but for the address that was typed. */
function compare(who: Principal, path: string, answer: Answer, never: string, nothing: Answer): string[] {
  // Of both addresses in both answers: one's own communities stand in the frame, and may be called like what was asked for.
  const named = [...parts(path, never), ...parts(never, path)].sort((a, b) => b.length - a.length);
  const [theirs, nobodys] = [normal(answer, named), normal(nothing, named)];
  if (theirs === nobodys) return [];
  const at = [...theirs].findIndex((sign, index) => sign !== nobodys[index]);
  return [
    `${who}: ${path} differs from ${never} at ${at}: …${theirs.slice(at - 60, at + 60)}… / …${nobodys.slice(at - 60, at + 60)}…`,
  ];
}

/** The parts of an address in which it differs from another, longest first. */
function parts(path: string, other: string): string[] {
  const there = new Set(other.split(/[/?&=:]/));
  const differing = path.split(/[/?&=:]/).filter((part) => !there.has(part));
  return [path, ...differing].sort((a, b) => b.length - a.length);
}
