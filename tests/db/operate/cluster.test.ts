import { expect, it } from "vitest";
import { direct, freshDatabase } from "@/tests/support/cluster";
import { query } from "./processes";

it("gives each test a migrated database of its own, quickly", async () => {
  const before = performance.now();
  const [one, two] = [await freshDatabase(), await freshDatabase()];
  expect(performance.now() - before).toBeLessThan(5_000);
  await query(one, "CREATE TABLE only_here ()");
  expect(await query(one, "SELECT to_regclass('people')::text AS people")).toEqual([{ people: "people" }]);
  expect(await query(two, "SELECT to_regclass('only_here') AS seen")).toEqual([{ seen: null }]);
  expect(await query(direct(two), "SHOW statement_timeout")).toEqual([{ statement_timeout: "0" }]);
});
