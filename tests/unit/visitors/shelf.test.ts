import { expect, test } from "vitest";
import type { Kept } from "@/lib/visitors/page";
import { barrier } from "@/lib/visitors/serve";
import { everywhere, Shelf } from "@/lib/visitors/shelf";

const page = (bytes = 10): Kept => ({ headers: {}, bytes, parts: [], once: [] });
const shelf = () => new Shelf({ bytes: 800, life: 1_000 });

test("a page holds until something changes in its community, or everywhere", () => {
  const kept = shelf();
  const put = (key: string, community: string) => kept.put(key, page(), { community, since: kept.now(), at: 0 });
  put("a", "A");
  put("b", "B");
  kept.hear("A");
  expect([kept.get("a", 1), kept.get("b", 1)]).toEqual([undefined, page()]);
  kept.hear(everywhere);
  expect(kept.get("b", 1)).toBeUndefined();
});

test("what changed while a page was being made is never served from it", () => {
  const kept = shelf();
  const since = kept.now();
  kept.hear("A");
  kept.put("a", page(), { community: "A", since, at: 0 });
  expect(kept.get("a", 1)).toBeUndefined();
});

test("no page is older than its life, and what went unheard makes all of them go", () => {
  const kept = shelf();
  kept.put("a", page(), { community: "A", since: kept.now(), at: 0 });
  expect(kept.get("a", 1_000)).toBeDefined();
  expect(kept.get("a", 1_001)).toBeUndefined();
  const since = kept.now();
  kept.put("a", page(), { community: "A", since, at: 0 });
  kept.clear();
  expect(kept.get("a", 1)).toBeUndefined();
  kept.put("a", page(), { community: "A", since, at: 0 });
  expect(kept.get("a", 1), "made before the line was lost").toBeUndefined();
});

test("where there is no more room, the page longest unread goes", () => {
  const kept = shelf();
  for (let n = 0; n < 8; n++) kept.put(String(n), page(100), { community: "A", since: 0, at: 0 });
  kept.get("0", 1);
  kept.put("8", page(100), { community: "A", since: 0, at: 0 });
  expect(["0", "1", "8"].map((key) => kept.has(key))).toEqual([true, false, true]);
  kept.put("large", page(101), { community: "A", since: 0, at: 0 });
  expect(kept.has("large"), "one page never takes the room of all").toBe(false);
});

test("requests that come at once share a question to the database, and none is answered by an earlier one", async () => {
  const asked: (() => void)[] = [];
  const line = { query: () => new Promise<never[]>((done) => asked.push(() => done([]))) };
  const caughtUp = barrier(line);
  const done: string[] = [];
  const wait = (who: string) => caughtUp().then(() => done.push(who));
  const all = [wait("first"), wait("second"), wait("third")];
  expect(asked).toHaveLength(1);
  asked[0]!();
  await all[0];
  expect(done).toEqual(["first"]);
  await new Promise((turn) => setImmediate(turn));
  expect(asked, "the second and the third share one").toHaveLength(2);
  asked[1]!();
  await Promise.all(all);
  expect(done).toEqual(["first", "second", "third"]);
});

test("a question that fails fails for who waits for it, and the next is asked anew", async () => {
  let fails = true;
  const caughtUp = barrier({ query: async () => (fails ? Promise.reject(new Error("lost")) : []) });
  await expect(caughtUp()).rejects.toThrow("lost");
  fails = false;
  await expect(caughtUp()).resolves.toBeUndefined();
});
