import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Columns, guessed, UnknownColumns } from "@/lib/import/formats/csv-columns";
import { readExport } from "@/lib/import/read";
import type { ImportedMessage, ImportRecord } from "@/lib/import/records";
import { mapColumnsInput } from "@/lib/imports/input";

const place = mkdtempSync(join(tmpdir(), "kindling-columns-"));
afterAll(() => rmSync(place, { recursive: true }));

const file = (name: string, text: string) => {
  writeFileSync(join(place, name), text);
  return join(place, name);
};
async function read(path: string, columns?: Columns) {
  const { format, records, unread } = await readExport(path, undefined, columns);
  const all: ImportRecord[] = [];
  for await (const record of records) all.push(record);
  return { format, unread, messages: all as ImportedMessage[] };
}

const table = [
  "Nr;Verfasser;Datum;Beitrag;Thema;author_id",
  '1;Ana;2026-03-01T10:00:00Z;"Es brummt; laut.";Lampen;nobody',
  '2;Ben;2026-03-02T10:00:00Z;"Dann dreh sie\num.";Lampen;nobody',
].join("\n");

describe("map columns", () => {
  test("a table that is not in our columns is known as one, and asks with the names it has", async () => {
    const asks = await read(file("forum.txt", table)).catch((error: unknown) => error);
    expect(asks).toBeInstanceOf(UnknownColumns);
    expect((asks as UnknownColumns).header).toEqual(["Nr", "Verfasser", "Datum", "Beitrag", "Thema", "author_id"]);
    const odd = await read(file("odd.csv", "id,created_at,b\0dy \ud800\n1,2,3\n")).catch((error: unknown) => error);
    expect((odd as UnknownColumns).header.join()).not.toMatch(/\0|\p{Cs}/u);
    // A table of which only one column is missing asks too, and does not lose its rows one by one.
    const nearly = file("nearly.csv", "id,created_at,body\n1,2026-03-01T10:00:00Z,Hm\n");
    await expect(read(nearly)).rejects.toBeInstanceOf(UnknownColumns);
  });

  test("what fits by its name is chosen before anybody says so, and each column once", () => {
    expect(guessed(["Nr", "Verfasser", "Datum", "Beitrag", "Thema"])).toEqual({
      message_id: "Nr",
      author: "Verfasser",
      created_at: "Datum",
      text: "Beitrag",
      thread: "Thema",
    });
    expect(guessed(["post_id", "username", "posted at", "raw", "topic_title", "topic_id", "category"])).toEqual({
      message_id: "post_id",
      author: "username",
      created_at: "posted at",
      text: "raw",
      title: "topic_title",
      thread: "topic_id",
      space: "category",
    });
    expect(guessed(["a", "b", "c"])).toEqual({});
    const twice = Object.values(guessed(["message", "message id", "name", "date", "post"]));
    expect(new Set(twice).size).toBe(twice.length);
  });

  test("it is read with what was chosen; a column that was not is never taken for one of ours", async () => {
    const chosen = { message_id: "Nr", author: "Verfasser", created_at: "Datum", text: "Beitrag", thread: "Thema" };
    const { messages, unread, format } = await read(file("chosen.csv", table), chosen);
    expect(format).toBe("csv");
    expect(unread.count).toBe(0);
    expect(messages.map(({ id, author, thread }) => [id, author, thread])).toEqual([
      ["1", "Ana", "Lampen"],
      ["2", "Ben", "Lampen"],
    ]);
    expect(messages.map(({ text }) => text)).toEqual(["Es brummt; laut.", "Dann dreh sie\num."]);
  });

  test("without an id of its own, the same words by the same person at the same time are one message, read again too", async () => {
    const chosen = { author: "Verfasser", created_at: "Datum", text: "Beitrag" };
    const ids = async () => (await read(file("again.csv", table), chosen)).messages.map(({ id }) => id);
    const [first, again] = [await ids(), await ids()];
    expect(again).toEqual(first);
    expect(new Set(first).size).toBe(2);
  });

  test("a column that is gone is asked for again, and prose is no table", async () => {
    const gone = { author: "Autorin", created_at: "Datum", text: "Beitrag" };
    await expect(read(file("gone.csv", table), gone)).rejects.toBeInstanceOf(UnknownColumns);
    for (const prose of [
      "Dear all, I hope, that you are well!\nSee you, then, soon.\n",
      "one,two\n1,2\n",
      "a,b,c\n1,2\n",
      "<a>,<b>,<c>\n1,2,3\n",
    ])
      await expect(read(file("prose.txt", prose))).rejects.toThrow("none of the exports we know");
  });

  test("who, when and what are needed, and no column is two things", () => {
    const one = { import: crypto.randomUUID(), author: "a", created_at: "b", text: "c" };
    expect(mapColumnsInput.parse(one).columns).toEqual({ author: "a", created_at: "b", text: "c" });
    const wrong = (more: object) =>
      mapColumnsInput.safeParse({ ...one, ...more }).error?.issues.map(({ path, message }) => [path[0], message]);
    expect(wrong({ text: "" })).toEqual([["text", "imports.columnRequired"]]);
    expect(wrong({ thread: "a" })).toEqual([["thread", "imports.columnTwice"]]);
    expect(wrong({ title: "x".repeat(101) })).toEqual([["title", "common.invalid"]]);
  });
});
