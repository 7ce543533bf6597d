import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { UnknownColumns } from "@/lib/import/formats/csv-columns";
import { begin } from "@/lib/imports/begin";
import { dropImport, mapColumns } from "@/lib/imports/commands";
import { importHere, peopleOf } from "@/lib/imports/queries";
import { claim, workOn, workOnImports } from "@/lib/imports/run";
import { log } from "@/lib/log";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";
import { bringIn, folder, found, lines, readIn } from "./export";

type Room = Awaited<ReturnType<typeof aRoom>>;

onFreshDatabase();

const count = async (what: ReturnType<typeof sql>): Promise<number> =>
  (await db().execute<{ n: number }>(sql`select count(*)::int as n from ${what}`)).rows[0]!.n;

describe("a table that is not in our columns", () => {
  const table = (name: string, ...rows: string[]) => {
    const path = join(folder, name);
    writeFileSync(path, ["Who;When;What;Where", ...rows].join("\n"));
    return path;
  };
  const asking = async (room: Room, path: string) => {
    const desk = await room.desk();
    await expect(readIn(desk, path)).rejects.toBeInstanceOf(UnknownColumns);
    const { rows } = await db().execute<{ id: string }>(sql`
      select id from imports where community_id = ${desk.community.id} order by asked_at desc limit 1`);
    return { desk, id: rows[0]!.id };
  };
  const again = async (id: string, path: string) => workOn((await claim(id))!, path);

  test("asks which column is which, is read with the answer, and once more with a better one", async () => {
    const room = await aRoom();
    const path = table(
      "table.csv",
      "mira;2026-03-01T10:00:00Z;It hums.;lamps",
      "noa;2026-03-02T10:00:00Z;Mine too.;lamps",
    );
    const logged = vi.spyOn(log, "info");
    const { desk, id } = await asking(room, path);
    // Over its columns may stand somebody's words.
    expect(logged).toHaveBeenCalledWith(expect.objectContaining({ why: "columns", import: id }), expect.anything());
    expect(
      logged.mock.calls.flat().some((part) => String((part as { err?: Error }).err?.message).includes("Who")),
    ).toBe(false);
    logged.mockRestore();
    expect(await importHere(desk, id)).toMatchObject({
      state: "failed",
      failedWhy: "columns",
      columns: { header: ["Who", "When", "What", "Where"] },
    });
    const say = (columns: object) => mapColumns(desk, { import: id, columns }, key());
    await expect(say({ author: "Nobody", created_at: "When", text: "What" })).rejects.toMatchObject({
      code: "imports.columnGone",
    });
    await say({ author: "Where", created_at: "When", text: "What" });
    await again(id, path);
    expect(await found(desk, id)).toMatchObject({ messages: 2, people: 1 });
    expect((await peopleOf(desk, id)).map(({ name }) => name)).toEqual(["lamps"]);

    await say({ author: "Who", created_at: "When", text: "What", space: "Where" });
    await again(id, path);
    expect(await found(desk, id)).toMatchObject({ messages: 2, people: 2, spaces: [{ space: "lamps" }] });
    // Who was nobody but a wrong column is forgotten.
    expect((await peopleOf(desk, id)).map(({ name }) => name)).toEqual(["mira", "noa"]);
    expect(await count(sql`people where name = 'lamps'`)).toBe(0);

    await bringIn(desk, id);
    expect(await count(sql`posts where community_id = ${desk.community.id} and import_id = ${id}`)).toBe(2);
    await expect(say({ author: "Who", created_at: "When", text: "What" })).rejects.toMatchObject({
      code: "imports.changedMeanwhile",
    });
    // Without ids of its own it still adds nothing when it is brought again.
    const next = await db().transaction((tx) => begin(tx, desk, "elsewhere"));
    const chosen = { author: "Who", created_at: "When", text: "What", space: "Where" };
    const columns = JSON.stringify({ header: Object.values(chosen), chosen });
    await db().execute(sql`update imports set columns = ${columns}::jsonb where id = ${next}`);
    await again(next, path);
    await bringIn(desk, next);
    expect(await count(sql`posts where community_id = ${desk.community.id} and import_id is not null`)).toBe(2);
  });

  test("that nobody answers for two weeks is forgotten, and not while another import is open", async () => {
    const room = await aRoom();
    const { desk, id } = await asking(room, table("late.csv", "mira;2026-03-01T10:00:00Z;It hums.;lamps"));
    await db().execute(sql`update imports set moved_at = now() - interval '15 days' where id = ${id}`);
    const other = await readIn(
      desk,
      lines({
        kind: "message",
        message_id: "a",
        author_id: "zoe",
        created_at: "2026-03-01T10:00:00Z",
        channel: "lamps",
        body: "Hm.",
      }),
      "another",
    );
    await workOnImports();
    expect(await importHere(desk, id)).toMatchObject({ state: "failed" });
    await dropImport(desk, { import: other }, key());
    await workOnImports();
    await workOnImports();
    expect(await importHere(desk, id)).toMatchObject({ state: "dropped", columns: null });
  });
});
